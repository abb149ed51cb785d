/** Show an answer as it comes. Each read is taken for whole events. */
export async function start(url, show) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The server answers ${response.status}.`);
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const text = new TextDecoder().decode(part.value);
    for (const line of text.split("\n")) {
      if (!line.startsWith("data: ")) continue;
      try {
        const data = JSON.parse(line.slice("data: ".length));
        if (typeof data === "string") show(data);
      } catch {
        console.warn("no JSON:", line);
      }
    }
  }
}
