/** What a file does not set may be set by another one that was given. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";

const readings = readingsOf(loadContent("content"));

async function read(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([name, text], piece) => ({ piece, name, text }));
  const { findings } = await readEvidence(given, readings);
  return findings.map(({ rule }) => rule).filter((rule) => /gunicorn-(worker|timeout)/.test(rule));
}

const DOCKERFILE = 'FROM python:3.12\nCMD ["gunicorn", "main:app"]\n';
const OWN = 'worker_class = "uvicorn.workers.UvicornWorker"\ntimeout = 300\n';

it("defaults of a server speak without its own file", async () =>
  expect(await read({ Dockerfile: DOCKERFILE })).toEqual([
    "cmd-gunicorn-worker-default",
    "cmd-gunicorn-timeout-default",
  ]));

it("its own file speaks in their place", async () =>
  expect(await read({ Dockerfile: DOCKERFILE, "app/gunicorn.conf.py": OWN })).toEqual([
    "cmd-gunicorn-worker-asgi",
    "cmd-gunicorn-timeout-async",
  ]));

it("so it does for a process of a list", async () =>
  expect(await read({ Procfile: "web: gunicorn main:app\n", "gunicorn.conf.py": OWN })).toEqual([
    "cmd-gunicorn-worker-asgi",
    "cmd-gunicorn-timeout-async",
  ]));
