/** Show an answer as it comes. It is asked for once: whatever ends it closes the source. */
export function start(url, show) {
  const source = new EventSource(url);
  return new Promise((resolve, reject) => {
    source.onmessage = ({ data }) => show(JSON.parse(data));
    source.onerror = () => reject(new Error("The answer ended before it was whole."));
    for (const name of ["incomplete", "failed"])
      source.addEventListener(name, ({ data }) => reject(new Error(`The answer ends with ${name}: ${data}.`)));
    source.addEventListener("done", resolve);
  }).finally(() => source.close());
}
