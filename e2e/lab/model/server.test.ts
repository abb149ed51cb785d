import { afterEach, expect, test } from "vitest";
import { safeParse } from "valibot";
import { scriptSchema, type Script } from "../../../lib/content/proof-schema";
import { startModel, type ModelServer } from "./server";

let model: ModelServer | null = null;
afterEach(async () => {
  await model?.close();
});

function scriptOf(script: unknown): Script {
  const parsed = safeParse(scriptSchema, script);
  if (!parsed.success) throw new Error(parsed.issues[0].message);
  return parsed.output;
}

/** Ask for a stream: the answer, and how many parts its body came in. */
async function ask(script: unknown): Promise<{ response: Response; parts: number }> {
  model = await startModel([scriptOf(script)], () => 0);
  const response = await fetch(`http://127.0.0.1:${model.port}/v1/chat/completions`, {
    method: "POST",
    headers: { Authorization: "Bearer lab", "Content-Type": "application/json", "Accept-Encoding": "gzip" },
    body: JSON.stringify({ model: "m", stream: true, messages: [{ role: "user", content: "hi" }] }),
  });
  let parts = 0;
  for await (const _ of response.body ?? []) parts += 1;
  return { response, parts };
}

test("an answer that is compressed in blocks comes at its end, and else as it is made", async () => {
  const quick = { tokens: 5, every: 0.05, first: 0 };
  expect((await ask({ ...quick, gzip: true })).parts).toBeGreaterThan(3);
  await model?.close();
  expect((await ask({ ...quick, gzip: "blocks" })).parts).toBe(1);
});

test("an error has the headers of its script beside its own", async () => {
  const { response } = await ask({ status: 429, headers: { "Retry-After": "7" } });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("7");
  expect(response.headers.get("content-type")).toBe("application/json");
});
