/** Print a model's answer as it comes. */
import { EventSourceParserStream } from "eventsource-parser/stream";

const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;

const eventsOf = (response) =>
  response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());

/** Print the answer to a question. One that is not whole is an error. */
async function print(question) {
  const response = await fetch(`${OPENAI_BASE_URL}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${OPENAI_API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ model: MODEL, stream: true, messages: [{ role: "user", content: question }] }),
  });
  if (!response.ok) throw new Error(`The model answers ${response.status}: ${await response.text()}`);
  let reason = "none";
  for await (const { data } of eventsOf(response)) {
    if (data === "[DONE]") break;
    const { choices, error } = JSON.parse(data);
    if (error) throw new Error(error.message);
    for (const { delta, finish_reason } of choices) {
      reason = finish_reason ?? reason;
      process.stdout.write(delta.content ?? "");
    }
  }
  if (reason !== "stop") throw new Error(`The answer is not whole. Its finish reason: ${reason}.`);
}

await print(process.argv[2] ?? "rivers");
