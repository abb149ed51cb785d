import { EventSourceParserStream } from "eventsource-parser/stream";
import { createElement, StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const eventsOf = (response) =>
  response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());

/** The pieces of an answer. One that ends without its `done` is an error. */
async function* piecesOf(url, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The server answers ${response.status}.`);
  for await (const { event = "message", data } of eventsOf(response)) {
    if (event === "done") return;
    if (event !== "message") throw new Error(`The answer ends with ${event}: ${data}.`);
    yield JSON.parse(data);
  }
  throw new Error("The answer ended before it was whole.");
}

/** The text of an answer so far. `onEnd` gets the error of one that is not whole. */
function useAnswer(url, onEnd) {
  const [text, setText] = useState("");
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      for await (const piece of piecesOf(url, left.signal)) {
        left.signal.throwIfAborted();
        setText(text + piece);
      }
    };
    read().then(
      () => onEnd(),
      (error) => {
        if (!left.signal.aborted) onEnd(error);
      },
    );
    return () => left.abort();
  }, [url, text, onEnd]);
  return text;
}

function Answer({ url, onDone, onFailure }) {
  const text = useAnswer(url, (error) => (error ? onFailure(error) : onDone()));
  return createElement("p", null, text);
}

/** Show an answer as it comes. */
export function start(url) {
  const root = createRoot(document.getElementById("root"));
  return new Promise((onDone, onFailure) => {
    root.render(createElement(StrictMode, null, createElement(Answer, { url, onDone, onFailure })));
  });
}
