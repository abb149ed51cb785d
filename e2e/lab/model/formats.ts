/** The three ways a model endpoint writes an answer: Chat Completions, Responses, and errors. */

export interface ToolCall {
  name: string;
  arguments: readonly string[];
}
export interface Format {
  /** Events before the first piece. */
  start: () => unknown[];
  piece: (text: string, at: number) => unknown[];
  tool: (call: ToolCall, at: number) => unknown[][];
  /** Events after the last piece; `null` as reason: it ends without one. */
  finish: (reason: string | null) => unknown[];
  /** The answer in one object, for those who do not stream. */
  whole: (text: string, calls: readonly ToolCall[], reason: string) => unknown;
  error: (message: string) => unknown[];
  /** The last line of the stream, where there is one. */
  done: string | null;
}

const CREATED = 1_760_000_000;
const usage = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };
const callId = (at: number) => `call_lab${at}`;

/** Chat Completions. */
export function chat(model: string, id: string, withUsage: boolean): Format {
  const chunk = (delta: unknown, finish_reason: string | null = null) => ({
    id,
    object: "chat.completion.chunk",
    created: CREATED,
    model,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(withUsage ? { usage: null } : {}),
  });
  return {
    start: () => [chunk({ role: "assistant", content: "" })],
    piece: (text) => [chunk({ content: text })],
    tool: (call, at) => [
      [
        chunk({
          tool_calls: [
            { index: at, id: callId(at), type: "function", function: { name: call.name, arguments: "" } },
          ],
        }),
      ],
      ...call.arguments.map((piece) => [
        chunk({ tool_calls: [{ index: at, function: { arguments: piece } }] }),
      ]),
    ],
    finish: (reason) => [
      ...(reason === null ? [] : [chunk({}, reason)]),
      ...(withUsage && reason !== null
        ? [{ id, object: "chat.completion.chunk", created: CREATED, model, choices: [], usage }]
        : []),
    ],
    whole: (text, calls, reason) => ({
      id,
      object: "chat.completion",
      created: CREATED,
      model,
      usage,
      choices: [
        {
          index: 0,
          logprobs: null,
          finish_reason: reason,
          message: {
            role: "assistant",
            refusal: null,
            content: calls.length > 0 ? null : text,
            ...(calls.length > 0
              ? {
                  tool_calls: calls.map((call, at) => ({
                    id: callId(at),
                    type: "function",
                    function: { name: call.name, arguments: call.arguments.join("") },
                  })),
                }
              : {}),
          },
        },
      ],
    }),
    error: (message) => [{ error: { message, type: "server_error", param: null, code: "server_error" } }],
    done: "[DONE]",
  };
}

/** Responses: named events with a running number. */
export function responses(model: string, id: string): Format {
  let number = 0;
  const event = (type: string, more: object) => ({ type, sequence_number: number++, ...more });
  const item = "msg_lab";
  let said = "";
  const output = () => [
    {
      id: item,
      type: "message",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: said, annotations: [], logprobs: [] }],
    },
  ];
  const response = (status: string, more: object = {}) => ({
    id,
    object: "response",
    created_at: CREATED,
    model,
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
  });
  const used = {
    input_tokens: 10,
    output_tokens: 20,
    total_tokens: 30,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  };
  const functionItem = (call: ToolCall, at: number) => ({
    id: `fc_lab${at}`,
    type: "function_call",
    call_id: callId(at),
    name: call.name,
    arguments: call.arguments.join(""),
    status: "completed",
  });
  const incomplete = (reason: string) =>
    reason === "length" ? { reason: "max_output_tokens" } : reason === "content_filter" ? { reason } : null;
  return {
    start: () => [
      event("response.created", { response: response("in_progress") }),
      event("response.output_item.added", {
        output_index: 0,
        item: { ...output()[0], status: "in_progress", content: [] },
      }),
      event("response.content_part.added", {
        item_id: item,
        output_index: 0,
        content_index: 0,
        part: { type: "output_text", text: "", annotations: [], logprobs: [] },
      }),
    ],
    piece: (text) => {
      said += text;
      return [
        event("response.output_text.delta", {
          item_id: item,
          output_index: 0,
          content_index: 0,
          delta: text,
          logprobs: [],
        }),
      ];
    },
    tool: (call, at) => [
      [
        event("response.output_item.added", {
          output_index: at,
          item: { ...functionItem(call, at), arguments: "", status: "in_progress" },
        }),
      ],
      ...call.arguments.map((delta) => [
        event("response.function_call_arguments.delta", { item_id: `fc_lab${at}`, output_index: at, delta }),
      ]),
      [
        event("response.function_call_arguments.done", {
          item_id: `fc_lab${at}`,
          output_index: at,
          arguments: call.arguments.join(""),
        }),
        event("response.output_item.done", { output_index: at, item: functionItem(call, at) }),
      ],
    ],
    finish: (reason) => {
      if (reason === null) return [];
      const details = incomplete(reason);
      return [
        event("response.output_text.done", {
          item_id: item,
          output_index: 0,
          content_index: 0,
          text: said,
          logprobs: [],
        }),
        event(details ? "response.incomplete" : "response.completed", {
          response: response(details ? "incomplete" : "completed", {
            output: output(),
            incomplete_details: details,
            usage: used,
          }),
        }),
      ];
    },
    whole: (text, calls, reason) => {
      said = text;
      const details = incomplete(reason);
      return response(details ? "incomplete" : "completed", {
        output: calls.length > 0 ? calls.map(functionItem) : output(),
        incomplete_details: details,
        usage: used,
      });
    },
    error: (message) => [event("error", { code: "server_error", message, param: null })],
    done: null,
  };
}
