/** A server of Bun for answers that stream: it passes the model's events on. */
const LONGEST_STREAM_S = 900;
const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;

async function stream(request: Request): Promise<Response> {
  const answer = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${OPENAI_API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: "Go on." }] }),
    signal: request.signal,
  });
  const type = answer.headers.get("content-type") ?? "text/event-stream";
  return new Response(answer.body, { status: answer.status, headers: { "content-type": type } });
}

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 8000,
  routes: {
    "/stream": (request, own) => {
      own.timeout(request, 0);
      return stream(request);
    },
  },
  fetch: () => new Response("not found", { status: 404 }),
});

// No new connections; open streams go on, and after their time all that is left is closed.
process.once("SIGTERM", async () => {
  setTimeout(() => server.stop(true), LONGEST_STREAM_S * 1000).unref();
  await server.stop();
  process.exit(0);
});
