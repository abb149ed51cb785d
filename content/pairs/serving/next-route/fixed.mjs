const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;
const PASSED_ON = ["content-type", "retry-after", "x-request-id"];

/** The model's answer to a question, as its own events, each as it comes. */
export async function GET(request) {
  const question = request.nextUrl.searchParams.get("q") ?? "rivers";
  const upstream = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${OPENAI_API_KEY}`,
      "content-type": "application/json",
      "accept-encoding": "identity",
    },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: question }] }),
    signal: request.signal,
  });
  const meaning = PASSED_ON.filter((name) => upstream.headers.has(name));
  return new Response(upstream.body, {
    status: upstream.status,
    headers: {
      ...Object.fromEntries(meaning.map((name) => [name, upstream.headers.get(name)])),
      "cache-control": "no-cache",
      "x-accel-buffering": "no",
    },
  });
}
