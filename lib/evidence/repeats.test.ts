/** A setting that is repeated is told once. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

/** Lines at which the timeouts of routes are told. */
async function told(...timeouts: string[]): Promise<number[]> {
  const routes = timeouts.map(
    (timeout) => `      - { match: { prefix: / }, route: { cluster: app, timeout: ${timeout} } }`,
  );
  const text = ["virtual_hosts:", "  - name: a", "    routes:", ...routes].join("\n");
  const { findings } = await readEvidence([{ piece: 0, name: "envoy.yaml", text }], readings);
  return printed(findings, (cause) => cause).map(({ line }) => line);
}

it("with one value, at its first place", async () => expect(await told("60s", "60s", "60s")).toEqual([4]));

it("with several values, three times at most", async () =>
  expect(await told("60s", "60s", "61s", "62s", "63s")).toEqual([4, 6, 7]));
