/** The app behind a server of Node: the model's answer as events, word by word; `?echo=1` says first which request of its connection it is. */
const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;
const askedOn = new Map();

function requestOf({ remotePort }) {
  askedOn.set(remotePort, (askedOn.get(remotePort) ?? 0) + 1);
  return `: request ${askedOn.get(remotePort)} of its connection\n\n`;
}

/** Answer a request. */
export async function handler(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/lab-ready") return response.end("ok");
  const left = new AbortController();
  response.on("close", () => left.abort());
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  if (searchParams.has("echo")) response.write(requestOf(request.socket));
  try {
    const answer = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${OPENAI_API_KEY}`, "content-type": "application/json" },
      body: JSON.stringify({
        model: MODEL,
        stream: true,
        messages: [{ role: "user", content: "Go on. caller-a" }],
      }),
      signal: left.signal,
    });
    for await (const chunk of answer.body) response.write(chunk);
    response.end();
  } catch (error) {
    response.destroy(error);
  }
}
