/** Guides: what they explain is nobody's incident, and what they show is a configuration. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

async function read(name: string, lines: readonly string[]) {
  const { findings } = await readEvidence([{ piece: 0, name, text: lines.join("\n") }], readings);
  return {
    found: printed(findings, (cause) => cause).map(({ line, cause, speaks }) => `${line} ${cause} ${speaks}`),
    answers: Object.assign({}, ...findings.map(({ implies }) => implies)) as Record<string, unknown>,
  };
}

const SETUP = [
  "# Behind a reverse proxy",
  "You can run the app in Docker, and it talks to the browser over a WebSocket.",
  "```sudo apt install nginx```",
  "## Install",
  "```sh",
  "apt install nginx",
  "```",
  "## Configure",
  "If the whole answer appears at once at the end, the proxy buffers it.",
  "```nginx",
  "location /chat { proxy_pass http://app; proxy_buffering off; proxy_read_timeout 900s; }",
  "```",
  "## Reload",
  "```sh",
  "nginx -s reload",
  "```",
];

it("only what a guide shows counts", async () => {
  const { found, answers } = await read("README.md", SETUP);
  expect(found).toEqual(["11 proxy-buffering against", "11 proxy-read-timeout against"]);
  expect(answers).toEqual({ proxy: ["nginx"], ...settingsOf(answers) });
});

it("a story in the same form counts as it did", async () => {
  const { answers } = await read("notes.md", ["Our app runs in Docker, and the answer is cut.", ...SETUP]);
  expect(answers["hosting"]).toEqual(["docker"]);
});

/** What a configuration sets, beside the answers of questions. */
const settingsOf = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => /[.:]/.test(question)));
