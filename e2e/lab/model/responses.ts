/** An answer as the Responses API writes it: named events with a running number. */
import { callId, CREATED, type Format, type ToolCall } from "./format";

const USAGE = {
  input_tokens: 10,
  output_tokens: 20,
  total_tokens: 30,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens_details: { reasoning_tokens: 0 },
};
/** The one message of an answer, and the place of its text. */
const ITEM = "msg_lab";
const PLACE = { item_id: ITEM, output_index: 0, content_index: 0 };

const itemId = (index: number): string => `fc_lab${index}`;
const toolItem = (call: ToolCall, index: number) => ({
  id: itemId(index),
  type: "function_call",
  call_id: callId(index),
  name: call.name,
  arguments: call.arguments.join(""),
  status: "completed",
});

const message = (text: string) => ({
  id: ITEM,
  type: "message",
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
});

/** What an early end is called here, or null for a proper one. */
function incomplete(reason: string): { reason: string } | null {
  if (reason === "length") return { reason: "max_output_tokens" };
  return reason === "content_filter" ? { reason } : null;
}

export class Responses implements Format {
  readonly done = null;
  private number = 0;
  private said = "";
  constructor(
    private readonly model: string,
    private readonly id: string,
  ) {}

  private event(type: string, more: object): unknown {
    return { type, sequence_number: this.number++, ...more };
  }

  private response(status: string, more: object = {}): unknown {
    return {
      id: this.id,
      object: "response",
      created_at: CREATED,
      model: this.model,
      status,
      output: [],
      error: null,
      incomplete_details: null,
      instructions: null,
      metadata: {},
      parallel_tool_calls: true,
      temperature: 1,
      tool_choice: "auto",
      tools: [],
      top_p: 1,
      ...more,
    };
  }

  start(): unknown[] {
    const item = { ...message(""), status: "in_progress", content: [] };
    const part = { type: "output_text", text: "", annotations: [], logprobs: [] };
    return [
      this.event("response.created", { response: this.response("in_progress") }),
      this.event("response.output_item.added", { output_index: 0, item }),
      this.event("response.content_part.added", { ...PLACE, part }),
    ];
  }

  piece(text: string): unknown[] {
    this.said += text;
    return [this.event("response.output_text.delta", { ...PLACE, delta: text, logprobs: [] })];
  }

  thought(): unknown[] {
    return [];
  }

  tool(call: ToolCall, index: number): unknown[][] {
    const place = { item_id: itemId(index), output_index: index };
    const begun = { ...toolItem(call, index), arguments: "", status: "in_progress" };
    return [
      [this.event("response.output_item.added", { output_index: index, item: begun })],
      ...call.arguments.map((delta) => [
        this.event("response.function_call_arguments.delta", { ...place, delta }),
      ]),
      [
        this.event("response.function_call_arguments.done", { ...place, arguments: call.arguments.join("") }),
        this.event("response.output_item.done", { output_index: index, item: toolItem(call, index) }),
      ],
    ];
  }

  finish(reason: string | null): unknown[] {
    if (reason === null) return [];
    const details = incomplete(reason);
    const response = this.response(details ? "incomplete" : "completed", {
      output: [message(this.said)],
      incomplete_details: details,
      usage: USAGE,
    });
    return [
      this.event("response.output_text.done", { ...PLACE, text: this.said, logprobs: [] }),
      this.event(details ? "response.incomplete" : "response.completed", { response }),
    ];
  }

  whole(text: string, calls: readonly ToolCall[], reason: string): unknown {
    const details = incomplete(reason);
    return this.response(details ? "incomplete" : "completed", {
      output: calls.length > 0 ? calls.map(toolItem) : [message(text)],
      incomplete_details: details,
      usage: USAGE,
    });
  }

  error(text: string): unknown[] {
    return [this.event("error", { code: "server_error", message: text, param: null })];
  }
}
