/** A relay that reads the whole answer before it sends any of it. */
import { createServer } from "node:http";

const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;
const port = Number(process.argv[2] ?? 8000);

/** The provider's answer to a question. */
function ask(question) {
  return fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${OPENAI_API_KEY}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: question }] }),
  });
}

async function relay(question, response) {
  const upstream = await ask(question);
  const text = await upstream.text();
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-accel-buffering": "no",
  });
  response.end(text);
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(`http://relay${request.url}`);
  if (pathname === "/stream") await relay(searchParams.get("q") ?? "rivers", response);
  else response.writeHead(404).end();
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(502).end();
  });
}).listen(port);
