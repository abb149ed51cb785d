/**
 * `capped PORT`: the model endpoint, on 127.0.0.2, as a provider that keeps to the cap of a request: a streamed answer
 * ends with `length` when it has as many pieces as `max_completion_tokens` or `max_tokens` says.
 */
import { createServer } from "node:http";

const [port = ""] = process.argv.slice(2);
const MODEL = process.env["OPENAI_BASE_URL"] ?? "";

async function textOf(request) {
  let text = "";
  for await (const part of request) text += part;
  return text;
}

/** The events of a stream, as they come. */
async function* eventsOf(stream) {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split("\n\n");
    rest = events.pop();
    yield* events;
  }
}

/** The chunk in an event, where it has a piece of the answer in it. */
function pieceIn(event) {
  if (!event.startsWith("data: {")) return null;
  const chunk = JSON.parse(event.slice("data: ".length));
  return chunk.choices?.[0]?.delta?.content ? chunk : null;
}

/** How a provider ends an answer at its cap. */
function endAfter(chunk) {
  const end = { ...chunk, choices: [{ ...chunk.choices[0], delta: {}, finish_reason: "length" }] };
  return `data: ${JSON.stringify(end)}\n\ndata: [DONE]\n\n`;
}

/** Pass the answer on, until it has so many pieces. */
async function pass(answer, cap, response) {
  let pieces = 0;
  for await (const event of eventsOf(answer.body)) {
    response.write(`${event}\n\n`);
    const chunk = pieceIn(event);
    if (chunk) pieces += 1;
    if (chunk && pieces === cap) {
      response.end(endAfter(chunk));
      return;
    }
  }
  response.end();
}

async function handle(request, response) {
  const body = await textOf(request);
  const { max_completion_tokens: completion, max_tokens: tokens } = JSON.parse(body);
  const over = new AbortController();
  response.on("close", () => over.abort());
  const answer = await fetch(`${MODEL}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: request.headers.authorization ?? "" },
    body,
    signal: over.signal,
  });
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
  await pass(answer, completion ?? tokens ?? Infinity, response);
}

createServer((request, response) => {
  handle(request, response).catch(() => response.destroy());
}).listen(Number(port), "127.0.0.2");
