/**
 * The lab's page: it asks as a page of the site's readers would, by `fetch` or `EventSource`. The lab gives
 * it `heard(text, bytes)` for each arrival.
 */
/* global heard */

const NAMES = ["message", "done", "error", "tool", "outline", "progress", "incomplete", "failed", "ping"];
const said = (error) => `${error.name}: ${error.message}`;

async function askByFetch({ path, method, headers, body, leave, patience }) {
  const abort = new AbortController();
  const outcome = { status: null, headers: {}, ended: "refused", error: null };
  let why = null;
  const stop = (ended, seconds) =>
    setTimeout(() => {
      why = ended;
      abort.abort();
    }, seconds * 1000);
  const timers = [stop("patience", patience), ...(leave === undefined ? [] : [stop("left", leave)])];
  try {
    const response = await fetch(path, { method, headers, body, signal: abort.signal });
    outcome.status = response.status;
    outcome.headers = Object.fromEntries(response.headers);
    outcome.ended = "cut";
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard(decoder.decode(part.value, { stream: true }), part.value.length);
    outcome.ended = "whole";
  } catch (error) {
    outcome.error = said(error);
  }
  timers.forEach(clearTimeout);
  return { ...outcome, ended: why ?? outcome.ended };
}

/**
 * A page closes its EventSource itself, once it has got one of `until`; without that, or with `reconnects`,
 * the browser asks again and again.
 */
function askByEventSource({ path, leave, patience, until, reconnects }) {
  return new Promise((resolve) => {
    const source = new EventSource(path);
    const outcome = { status: null, headers: {}, ended: "refused", error: null };
    let text = "";
    const timers = [];
    const finish = (ended) => {
      source.close();
      timers.forEach(clearTimeout);
      resolve({ ...outcome, ended });
    };
    source.onopen = () => {
      outcome.status = 200;
    };
    for (const name of NAMES)
      source.addEventListener(name, (event) => {
        if (event instanceof MessageEvent) {
          const body = `event: ${name}\n${event.data
            .split("\n")
            .map((line) => `data: ${line}\n`)
            .join("")}\n`;
          text += body;
          heard(body, new TextEncoder().encode(body).length);
          if (until.some((one) => text.includes(one))) finish("whole");
          return;
        }
        const closed = source.readyState === EventSource.CLOSED;
        outcome.error = `error event, readyState ${closed ? "CLOSED" : "CONNECTING"}`;
        if (closed || !reconnects) finish(outcome.status === null ? "refused" : "cut");
      });
    timers.push(
      setTimeout(() => {
        finish("patience");
      }, patience * 1000),
    );
    if (leave !== undefined)
      timers.push(
        setTimeout(() => {
          finish("left");
        }, leave * 1000),
      );
  });
}

window.ask = (ask) => (ask.browser === "fetch" ? askByFetch(ask) : askByEventSource(ask));
