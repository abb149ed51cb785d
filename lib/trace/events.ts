/**
 * An event stream as its readers get it:
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation. Pure.
 */

export interface StreamEvent {
  type: string;
  data: string;
}

/**
 * Events of a body. A line without a field name is dropped, and an event without its blank line never
 * arrives.
 */
export function eventsOf(body: string): StreamEvent[] {
  const lines = body.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  // What follows the last line end is no line yet.
  lines.pop();
  const events: StreamEvent[] = [];
  let type = "";
  let data: string[] = [];
  for (const line of lines) {
    if (line === "") {
      if (data.length > 0) events.push({ type: type === "" ? "message" : type, data: data.join("\n") });
      type = "";
      data = [];
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") type = value;
  }
  return events;
}

function decoded(data: string): string {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "string" ? value : data;
  } catch {
    return data;
  }
}

/**
 * The answer that a page puts together: the data of all plain events, each decoded where it is a JSON string.
 */
export const handedOn = (body: string): string =>
  eventsOf(body)
    .filter(({ type }) => type === "message")
    .map(({ data }) => decoded(data))
    .join("");
