/** A relay of Bun, as it comes. */
const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;

Bun.serve({
  hostname: "127.0.0.1",
  port: {{port}},
  routes: {
    "/stream": async () => {
      const answer = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${OPENAI_API_KEY}`, "content-type": "application/json" },
        body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: "Go on." }] }),
      });
      return new Response(answer.body, { headers: { "content-type": "text/event-stream" } });
    },
  },
  fetch: () => new Response("not found", { status: 404 }),
});
