import { describe, expect, test } from "vitest";
import { refusal } from "./strict";

const CHAT = "/v1/chat/completions";
const good = { model: "m", messages: [{ role: "user", content: "hi" }] };

describe("what a real endpoint would take", () => {
  test.each<[string, unknown]>([
    ["a plain question", good],
    ["streaming with usage", { ...good, stream: true, stream_options: { include_usage: true } }],
    [
      "a tool and its choice",
      {
        ...good,
        tools: [{ type: "function", function: { name: "look_up", parameters: {} } }],
        tool_choice: "auto",
      },
    ],
    [
      "an answered tool call",
      {
        ...good,
        messages: [
          ...good.messages,
          { role: "assistant", content: null, tool_calls: [{ id: "c1" }] },
          { role: "tool", tool_call_id: "c1", content: "x" },
        ],
      },
    ],
  ])("%s passes", (_, body) => {
    expect(refusal(CHAT, body)).toBeNull();
  });
});

describe("what a real endpoint would refuse", () => {
  test.each<[string, unknown, RegExp]>([
    ["no object", "hi", /JSON body/],
    ["no model", { messages: good.messages }, /model/],
    ["no messages", { model: "m", messages: [] }, /messages/],
    [
      "an unknown argument",
      { ...good, streaming: true },
      /Unrecognized request argument supplied: streaming/,
    ],
    ["options of a stream without one", { ...good, stream_options: {} }, /stream_options/],
    ["an unknown role", { ...good, messages: [{ role: "human", content: "hi" }] }, /role/],
    ["content that is no text", { ...good, messages: [{ role: "user", content: 3 }] }, /content/],
    [
      "a tool call without an answer",
      {
        ...good,
        messages: [
          ...good.messages,
          { role: "assistant", content: null, tool_calls: [{ id: "c1" }] },
          { role: "user", content: "x" },
        ],
      },
      /c1/,
    ],
    [
      "an answer to no call",
      { ...good, messages: [{ role: "tool", tool_call_id: "c9", content: "x" }] },
      /tool call/,
    ],
    [
      "a tool with a bad name",
      { ...good, tools: [{ type: "function", function: { name: "look up" } }] },
      /tools\[0\]/,
    ],
    ["a choice without tools", { ...good, tool_choice: "auto" }, /tool_choice/],
  ])("%s is refused", (_, body, why) => {
    expect(refusal(CHAT, body)).toMatch(why);
  });
});
