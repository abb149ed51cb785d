/** The events of a response, each whole, wherever the network cut it. */
async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split(/\r?\n\r?\n/);
    rest = events.pop() ?? "";
    for (const event of events) yield event.split(/\r?\n/);
  }
}

/** The value of an event's lines with this field. */
const fieldOf = (lines, name) =>
  lines
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
    .join("\n");

/** Show an answer as it comes. An answer that ends without its `done` is an error. */
export async function start(url, show) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The server answers ${response.status}.`);
  for await (const lines of eventsOf(response)) {
    const event = fieldOf(lines, "event");
    if (event === "done") return;
    if (event !== "") throw new Error(`The answer ends with ${event}.`);
    const data = fieldOf(lines, "data");
    if (data !== "") show(JSON.parse(data));
  }
  throw new Error("The answer ended before it was whole.");
}
