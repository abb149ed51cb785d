/** A caller over plain HTTP. */
import { request, type IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Ask } from "../../../lib/content/proof-schema";
import { keptHeaders, type Notes, type Outcome } from "./notes";

/** Ends the listening, once: what comes later changes nothing. */
type Finish = (ended: Outcome["ended"], error?: string) => void;

/**
 * Read an answer into the notes, to its end. A compressed one counts when it can be read, as in a browser.
 */
function readAnswer(response: IncomingMessage, notes: Notes, finish: Finish): void {
  const zipped = response.headers["content-encoding"] === "gzip";
  const body: Readable = zipped ? response.pipe(createGunzip()) : response;
  const decoder = new TextDecoder();
  const ended = () => (response.complete ? "whole" : "cut");
  const broken = (error: Error) => {
    finish("cut", error.message);
  };
  body.on("data", (chunk: Buffer) => {
    notes.take(decoder.decode(chunk, { stream: true }), chunk.length);
  });
  body.on("end", () => {
    finish(ended());
  });
  if (zipped) body.on("error", broken);
  response.on("error", broken);
  response.on("close", () => {
    if (!zipped || !response.complete) finish(ended());
  });
}

const headersOf = (ask: Ask): Record<string, string> => ({
  Accept: "text/event-stream, */*",
  ...(ask.body === undefined ? {} : { "Content-Type": "application/json" }),
  ...ask.headers,
});

/** Ask, and listen until the answer is over, the caller leaves, or its patience ends. */
export function askByHttp(base: string, ask: Ask, notes: Notes): Promise<Outcome> {
  return new Promise((resolve) => {
    const outcome: Outcome = { status: null, headers: {}, ended: "refused", error: null };
    const timers: NodeJS.Timeout[] = [];
    let over = false;
    const sent = request(base + ask.path, { method: ask.method, headers: headersOf(ask), agent: false });
    const finish: Finish = (ended, error) => {
      if (over) return;
      over = true;
      timers.forEach(clearTimeout);
      sent.destroy();
      resolve({ ...outcome, ended, error: error ?? null });
    };
    const finishAfter = (seconds: number, ended: Outcome["ended"]) => {
      timers.push(setTimeout(finish, seconds * 1000, ended));
    };
    sent.on("response", (response) => {
      outcome.status = response.statusCode ?? null;
      outcome.headers = keptHeaders(response.headers);
      readAnswer(response, notes, finish);
    });
    sent.on("error", (error) => {
      finish(outcome.status === null ? "refused" : "cut", error.message);
    });
    finishAfter(ask.patience, "patience");
    if (ask.leave !== undefined) finishAfter(ask.leave, "left");
    sent.end(ask.body);
  });
}
