/** Show an answer as it comes. A connection that drops is the browser's to mend. */
export function start(url, show) {
  return new Promise((resolve, reject) => {
    const source = new EventSource(url);
    source.onmessage = ({ data }) => show(JSON.parse(data));
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) reject(new Error("The server can't be reached."));
    };
    source.addEventListener("done", resolve);
  });
}
