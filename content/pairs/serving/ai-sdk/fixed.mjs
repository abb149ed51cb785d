/** An answer through the AI SDK, as events. The last one says how it ended. */
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { streamText } from "ai";

const { OPENAI_BASE_URL = "", OPENAI_API_KEY, MODEL = "" } = process.env;
const port = Number(process.argv[2] ?? 8000);
const provider = createOpenAICompatible({ name: "provider", baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY });

/** One server-sent event. */
const sse = (event, data) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

async function* eventsOf(question, abortSignal) {
  // Errors are parts of the stream, but for a connection that breaks: that one is thrown.
  const result = streamText({
    model: provider(MODEL),
    prompt: question,
    abortSignal,
    onError: () => undefined,
  });
  try {
    for await (const part of result.stream) {
      if (part.type === "text-delta") yield sse("piece", part.text);
      else if (part.type === "error") throw part.error;
      else if (part.type === "finish")
        yield sse(part.finishReason === "stop" ? "done" : "incomplete", part.finishReason);
    }
  } catch (error) {
    console.error(error);
    yield sse("error", error instanceof Error ? error.name : "Error");
  }
}

async function answer(question, response) {
  const left = new AbortController();
  response.on("close", () => left.abort());
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
  await pipeline(eventsOf(question, left.signal), response);
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(`http://app${request.url}`);
  if (pathname === "/stream")
    answer(searchParams.get("q") ?? "rivers", response).catch((error) => console.warn(error.message));
  else response.writeHead(404).end();
}).listen(port);
