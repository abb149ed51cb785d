/** A relay that hands on each piece as it comes, as fast as its caller reads and for as long as it stays. */
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";

const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;
const port = Number(process.argv[2] ?? 8000);
const PASSED_ON = ["content-type", "retry-after", "x-request-id"];

/** The provider's answer to a question, not compressed: a compressed stream may be held back. */
function ask(question, signal) {
  return fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${OPENAI_API_KEY}`,
      "content-type": "application/json",
      "accept-encoding": "identity",
    },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: question }] }),
    signal,
  });
}

/** Hand on what an answer means, and its body. */
function handOn(upstream, response) {
  const meaning = PASSED_ON.filter((name) => upstream.headers.has(name));
  response.writeHead(upstream.status, {
    ...Object.fromEntries(meaning.map((name) => [name, upstream.headers.get(name)])),
    "cache-control": "no-cache",
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
  return pipeline(upstream.body, response);
}

async function relay(question, response) {
  const left = new AbortController();
  response.on("close", () => left.abort());
  await handOn(await ask(question, left.signal), response);
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(`http://relay${request.url}`);
  if (pathname === "/stream") await relay(searchParams.get("q") ?? "rivers", response);
  else response.writeHead(404).end();
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    // What is not whole is cut, never ended.
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
}).listen(port);
