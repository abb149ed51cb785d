/** The panels of the page, each of which shows news of its own. */
const panels = (url) => (new URL(url, location.href).searchParams.get("panels") ?? "").split(",");

/** Listen to the news of all panels over one connection: the names of the events tell them apart. */
function listen(topics, show) {
  const source = new EventSource(`/news?topics=${topics}`);
  for (const topic of topics)
    source.addEventListener(topic, ({ data }) => show(`${JSON.parse(data)}\n`));
  return source;
}

/** Show an answer as it comes, beside the news of the panels. */
export function start(url, show) {
  const listening = listen(panels(url), show);
  const source = new EventSource(url);
  return new Promise((resolve, reject) => {
    source.onmessage = ({ data }) => show(JSON.parse(data));
    source.onerror = () => reject(new Error("The answer ended before it was whole."));
    for (const name of ["incomplete", "failed"])
      source.addEventListener(name, ({ data }) => reject(new Error(`The answer ends with ${name}: ${data}.`)));
    source.addEventListener("done", resolve);
  }).finally(() => [source, listening].forEach((open) => open.close()));
}
