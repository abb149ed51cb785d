import { expect, test } from "vitest";
import * as v from "valibot";
import { scriptSchema } from "../../../lib/content/proof-schema";
import { startModel } from "./server";

test("reasoning comes before the answer, and is no part of it", async () => {
  const script = v.parse(scriptSchema, { reasoning: ["hm, ", "so"], tokens: 1, first: 0, every: 0 });
  const model = await startModel([script], () => 0);
  try {
    const answer = await fetch(`http://127.0.0.1:${model.port}/v1/chat/completions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "Bearer lab" },
      body: JSON.stringify({ model: "lab", stream: true, messages: [{ role: "user", content: "rivers" }] }),
    });
    const deltas = [...(await answer.text()).matchAll(/"delta":(\{.*?\})/g)].map(([, delta]) => delta);
    expect(deltas.slice(1)).toEqual([
      '{"reasoning_content":"hm, "}',
      '{"reasoning_content":"so"}',
      '{"content":"a00z "}',
      "{}",
    ]);
    expect(model.called()).toMatchObject([{ words: 1, ended: "whole" }]);
  } finally {
    await model.close();
  }
});
