/** An answer as Chat Completions writes it. */
import { callId, CREATED, type Format, type ToolCall } from "./format";

const USAGE = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };

const toolCall = (call: ToolCall, index: number) => ({
  id: callId(index),
  type: "function",
  function: { name: call.name, arguments: call.arguments.join("") },
});

export class Chat implements Format {
  readonly done = "[DONE]";
  constructor(
    private readonly model: string,
    private readonly id: string,
    private readonly withUsage: boolean,
  ) {}

  private chunk(delta: unknown, reason: string | null = null): unknown {
    return {
      id: this.id,
      object: "chat.completion.chunk",
      created: CREATED,
      model: this.model,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }],
      ...(this.withUsage ? { usage: null } : {}),
    };
  }

  private usageChunk(): unknown {
    const { id, model } = this;
    return { id, object: "chat.completion.chunk", created: CREATED, model, choices: [], usage: USAGE };
  }

  start(): unknown[] {
    return [this.chunk({ role: "assistant", content: "" })];
  }

  piece(text: string): unknown[] {
    return [this.chunk({ content: text })];
  }

  thought(text: string): unknown[] {
    return [this.chunk({ reasoning_content: text })];
  }

  tool(call: ToolCall, index: number): unknown[][] {
    const named = {
      index,
      id: callId(index),
      type: "function",
      function: { name: call.name, arguments: "" },
    };
    return [
      [this.chunk({ tool_calls: [named] })],
      ...call.arguments.map((part) => [
        this.chunk({ tool_calls: [{ index, function: { arguments: part } }] }),
      ]),
    ];
  }

  finish(reason: string | null): unknown[] {
    if (reason === null) return [];
    return [this.chunk({}, reason), ...(this.withUsage ? [this.usageChunk()] : [])];
  }

  whole(text: string, calls: readonly ToolCall[], reason: string): unknown {
    const message = {
      role: "assistant",
      refusal: null,
      content: calls.length > 0 ? null : text,
      ...(calls.length > 0 ? { tool_calls: calls.map(toolCall) } : {}),
    };
    return {
      id: this.id,
      object: "chat.completion",
      created: CREATED,
      model: this.model,
      usage: USAGE,
      choices: [{ index: 0, logprobs: null, finish_reason: reason, message }],
    };
  }

  error(message: string): unknown[] {
    return [{ error: { message, type: "server_error", param: null, code: "server_error" } }];
  }
}
