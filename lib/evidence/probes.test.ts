/** Probes of the values of a chart: each is read, and none of another workload speaks. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

async function found(text: string): Promise<string[]> {
  const { findings } = await readEvidence([{ piece: 0, name: "values.yaml", text }], readings);
  return printed(findings, (cause) => cause).map(({ line, cause, speaks }) => `${line} ${cause} ${speaks}`);
}

const probe = (seconds: number) => `    tcpSocket: { port: http }\n    timeoutSeconds: ${seconds}\n`;

it("the app's own probe speaks, whatever stands before it", async () =>
  expect(
    await found(`search:\n  livenessProbe:\n${probe(5)}backend:\n  livenessProbe:\n${probe(1)}`),
  ).toEqual(["8 restart-or-kill for"]));

it.each(["opensearch", "redis", "minio", "postgresql"])("a probe of %s says nothing", async (store) =>
  expect(await found(`${store}:\n  livenessProbe:\n${probe(5)}image:\n  tag: a\n`)).toEqual([]),
);

it("two workloads of one kind both speak", async () =>
  expect(await found(`api:\n  livenessProbe:\n${probe(1)}backend:\n  livenessProbe:\n${probe(2)}`)).toEqual([
    "4 restart-or-kill for",
    "8 restart-or-kill for",
  ]));
