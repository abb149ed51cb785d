/** What is only said in words counts, and stands at no line. */
import { expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

async function read(text: string) {
  const { findings } = await readEvidence([{ piece: 0, name: null, text }], readings);
  const found = printed(findings, (cause) => cause).map(({ line, cause }) => `${line} ${cause}`);
  return { findings, found };
}

it("does not find a provider's error where somebody asks about rate limits", async () => {
  const { findings, found } = await read("Which rate limit tier are we on? We have never seen a 429 so far.");
  expect(found).toEqual([]);
  expect(findings.filter(({ origin }) => origin.kind === "text" && origin.said)).not.toEqual([]);
});

it("finds the same where a program says it", async () => {
  const { found } = await read(
    "openai.RateLimitError: Error code: 429 - {'error': {'code': 'insufficient_quota'}}",
  );
  expect(found).toEqual(["1 provider-error"]);
});

it("finds an error that reads like a sentence", async () => {
  const { found } = await read(
    "langgraph.errors.GraphRecursionError: Recursion limit of 25 reached without hitting a stop condition.",
  );
  expect(found).toEqual(["1 unbounded-task"]);
});

it("takes it from the words around code that a stream is wanted", async () => {
  const code = "```python\nquery_engine = index.as_query_engine(similarity_top_k=4)\n```";
  expect((await read(`I want the answer to appear word by word.\n\n${code}`)).found).toEqual([
    "4 streaming-not-enabled",
  ]);
  expect((await read(`The retriever gives us the wrong documents.\n\n${code}`)).found).toEqual([]);
});

it("takes a value from the line below its name", async () => {
  const named = (key: string) => `{\n  "Key": "${key}",\n  "Value": "60"\n}`;
  expect((await read(named("idle_timeout.timeout_seconds"))).found).toEqual(["3 lb-idle-timeout"]);
  expect((await read(named("client_keep_alive.seconds"))).found).toEqual([]);
});
