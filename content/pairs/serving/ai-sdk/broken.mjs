/** An answer through the AI SDK, as a stream of text. */
import { createServer } from "node:http";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { pipeTextStreamToResponse, streamText, toTextStream } from "ai";

const { OPENAI_BASE_URL = "", OPENAI_API_KEY, MODEL = "" } = process.env;
const port = Number(process.argv[2] ?? 8000);
const provider = createOpenAICompatible({ name: "provider", baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY });

function answer(question, response) {
  const result = streamText({ model: provider(MODEL), prompt: question });
  pipeTextStreamToResponse({ response, stream: toTextStream({ stream: result.stream }) });
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(`http://app${request.url}`);
  if (pathname === "/stream") answer(searchParams.get("q") ?? "rivers", response);
  else response.writeHead(404).end();
}).listen(port);
