const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;

/** The model's answer to a question, as its own events. */
export async function GET(request) {
  const question = request.nextUrl.searchParams.get("q") ?? "rivers";
  const upstream = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${OPENAI_API_KEY}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: question }] }),
  });
  const text = await upstream.text();
  return new Response(text, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
  });
}
