/**
 * What a real endpoint would refuse: a request that passes here is one that an SDK may send. Returns a
 * sentence, or null.
 */

type Json = Readonly<Record<string, unknown>>;

const CHAT = new Set([
  "messages",
  "model",
  "stream",
  "stream_options",
  "temperature",
  "top_p",
  "n",
  "stop",
  "max_tokens",
  "max_completion_tokens",
  "presence_penalty",
  "frequency_penalty",
  "logit_bias",
  "logprobs",
  "top_logprobs",
  "user",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "seed",
  "service_tier",
  "store",
  "metadata",
  "reasoning_effort",
  "verbosity",
  "modalities",
  "prediction",
  "audio",
  "safety_identifier",
  "prompt_cache_key",
]);
const RESPONSES = new Set([
  "input",
  "model",
  "stream",
  "stream_options",
  "instructions",
  "temperature",
  "top_p",
  "max_output_tokens",
  "max_tool_calls",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "text",
  "reasoning",
  "store",
  "metadata",
  "include",
  "previous_response_id",
  "truncation",
  "user",
  "service_tier",
  "background",
  "conversation",
  "prompt",
  "safety_identifier",
  "prompt_cache_key",
]);
const EMBEDDINGS = new Set(["input", "model", "encoding_format", "dimensions", "user"]);
const ROLES = new Set(["system", "developer", "user", "assistant", "tool", "function"]);

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function message(value: unknown, index: number, open: Set<string>): string | null {
  if (!isObject(value)) return `messages[${index}] must be an object`;
  const role = value["role"];
  if (typeof role !== "string" || !ROLES.has(role))
    return `messages[${index}].role is not one of ${[...ROLES].join(", ")}`;
  if (role === "tool") {
    const id = value["tool_call_id"];
    if (typeof id !== "string" || !open.delete(id))
      return `messages[${index}]: a tool message must answer a tool call of the message before it`;
  } else if (open.size > 0) return `messages[${index}]: tool calls ${[...open].join(", ")} have no answer`;
  const calls = value["tool_calls"];
  if (role === "assistant" && Array.isArray(calls))
    for (const call of calls) if (isObject(call) && typeof call["id"] === "string") open.add(call["id"]);
  const content = value["content"];
  const bare = role === "assistant" && (Array.isArray(calls) || value["function_call"] !== undefined);
  if (
    typeof content !== "string" &&
    !Array.isArray(content) &&
    !(bare && (content === null || content === undefined))
  )
    return `messages[${index}].content must be text or a list of parts`;
  return null;
}

function tools(value: unknown, nested: boolean): string | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.length === 0) return "tools must be a list that is not empty";
  for (const [index, tool] of value.entries()) {
    const named: unknown = nested && isObject(tool) ? tool["function"] : tool;
    if (
      !isObject(tool) ||
      tool["type"] !== "function" ||
      !isObject(named) ||
      typeof named["name"] !== "string" ||
      !/^[a-zA-Z0-9_-]{1,64}$/.test(named["name"])
    )
      return `tools[${index}] must be a function with a name of letters, digits, _ and -`;
  }
  return null;
}

function common(body: Json, known: ReadonlySet<string>): string | null {
  const stranger = Object.keys(body).find((key) => !known.has(key));
  if (stranger !== undefined) return `Unrecognized request argument supplied: ${stranger}`;
  if (typeof body["model"] !== "string" || body["model"] === "") return "you must provide a model parameter";
  if (body["stream"] !== undefined && body["stream"] !== null && typeof body["stream"] !== "boolean")
    return "stream must be true or false";
  if (body["stream_options"] !== undefined && body["stream_options"] !== null && body["stream"] !== true)
    return "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
  return null;
}

/** Check the body of a request to one of the endpoints. */
export function refusal(path: string, body: unknown): string | null {
  if (!isObject(body)) return "We could not parse the JSON body of your request.";
  if (path.endsWith("/embeddings"))
    return common(body, EMBEDDINGS) ?? (body["input"] === undefined ? "you must provide an input" : null);
  if (path.endsWith("/responses"))
    return (
      common(body, RESPONSES) ??
      (body["input"] === undefined ? "you must provide an input" : null) ??
      tools(body["tools"], false)
    );
  const problem = common(body, CHAT) ?? tools(body["tools"], true);
  if (problem !== null) return problem;
  const messages = body["messages"];
  if (!Array.isArray(messages) || messages.length === 0) return "messages must be a list that is not empty";
  if (body["tool_choice"] !== undefined && body["tool_choice"] !== "none" && body["tools"] === undefined)
    return "'tool_choice' is only allowed when 'tools' are specified.";
  const open = new Set<string>();
  for (const [index, one] of messages.entries()) {
    const wrong = message(one, index, open);
    if (wrong !== null) return wrong;
  }
  return open.size > 0 ? `tool calls ${[...open].join(", ")} have no answer` : null;
}
