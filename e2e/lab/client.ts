/** A caller that notes what it really receives: status, headers, each chunk's arrival, and what ended the stream. */
import { request } from "node:http";
import { createGunzip } from "node:zlib";
import WebSocket from "ws";
import type { Ask, Heard } from "../../lib/content/proof-schema";
import type { LabPage } from "./browser/browser";
import { callerOf, wordsIn } from "./model/words";
import { sleep } from "./sleep";

/** What was heard, with the text that claims are judged by and that a record does not keep. */
export interface Call {
  heard: Heard;
  text: string;
  caller: string;
}

/** Chunks that come within so many seconds of each other are one arrival. */
const ONE_ARRIVAL_S = 0.02;

const isComment = (text: string): boolean =>
  text.split("\n").every((line) => line === "" || line.startsWith(":"));

class Notes {
  readonly chunks: Heard["chunks"] = [];
  text = "";
  private words = 0;
  constructor(
    private readonly caller: string,
    private readonly clock: () => number,
  ) {}

  take(text: string, bytes: number): void {
    const at = this.clock();
    this.text += text;
    const words = wordsIn(this.text, this.caller).length;
    const last = this.chunks.at(-1);
    if (last && at - last[0] < ONE_ARRIVAL_S) {
      last[1] += bytes;
      last[2] += words - this.words;
      last[3] = last[3] && isComment(text);
    } else this.chunks.push([round(at), bytes, words - this.words, isComment(text)]);
    this.words = words;
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
/** Headers that a page shows; the rest differs from run to run. */
const KEPT = [
  "content-type",
  "content-encoding",
  "transfer-encoding",
  "content-length",
  "x-accel-buffering",
  "connection",
];

export interface Outcome {
  status: number | null;
  headers: Record<string, string>;
  ended: Heard["ended"];
  error: string | null;
}

const kept = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );

function overHttp(base: string, ask: Ask, notes: Notes): Promise<Outcome> {
  return new Promise((resolve) => {
    const outcome: Outcome = { status: null, headers: {}, ended: "refused", error: null };
    let over = false;
    const timers: NodeJS.Timeout[] = [];
    const finish = (ended: Heard["ended"], error: string | null = null) => {
      if (over) return;
      over = true;
      timers.forEach(clearTimeout);
      sent.destroy();
      resolve({ ...outcome, ended, error });
    };
    const sent = request(
      base + ask.path,
      {
        method: ask.method,
        headers: {
          Accept: "text/event-stream, */*",
          ...(ask.body === undefined ? {} : { "Content-Type": "application/json" }),
          ...ask.headers,
        },
        agent: false,
      },
      (response) => {
        outcome.status = response.statusCode ?? null;
        outcome.headers = kept(response.headers);
        const decoder = new TextDecoder();
        // A compressed answer counts when it can be read, as in a browser.
        const body =
          response.headers["content-encoding"] === "gzip" ? response.pipe(createGunzip()) : response;
        body.on("data", (chunk: Buffer) => {
          notes.take(decoder.decode(chunk, { stream: true }), chunk.length);
        });
        body.on("end", () => {
          finish(response.complete ? "whole" : "cut");
        });
        if (body !== response)
          body.on("error", (error) => {
            finish("cut", error.message);
          });
        response.on("error", (error) => {
          finish("cut", error.message);
        });
        response.on("close", () => {
          if (body === response || !response.complete) finish(response.complete ? "whole" : "cut");
        });
      },
    );
    sent.on("error", (error) => {
      finish(outcome.status === null ? "refused" : "cut", error.message);
    });
    timers.push(
      setTimeout(() => {
        finish("patience");
      }, ask.patience * 1000),
    );
    if (ask.leave !== undefined)
      timers.push(
        setTimeout(() => {
          finish("left");
        }, ask.leave * 1000),
      );
    sent.end(ask.body);
  });
}

function overWebSocket(base: string, ask: Ask, notes: Notes): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = new WebSocket(base.replace(/^http/, "ws") + ask.path);
    let open = false;
    let over = false;
    const finish = (ended: Heard["ended"], error: string | null = null) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      socket.terminate();
      resolve({ status: open ? 101 : null, headers: {}, ended, error });
    };
    const timer = setTimeout(() => {
      finish("patience");
    }, ask.patience * 1000);
    socket.on("open", () => {
      open = true;
      if (ask.body !== undefined) socket.send(ask.body);
    });
    socket.on("message", (data: Buffer) => {
      notes.take(`${data.toString("utf8")}\n`, data.length);
      if (ask.until?.some((one) => notes.text.includes(one))) {
        socket.close(1000);
        finish("whole");
      }
    });
    socket.on("close", (code) => {
      finish(code === 1000 ? "whole" : "cut", `close code ${code}`);
    });
    socket.on("error", (error) => {
      finish(open ? "cut" : "refused", error.message);
    });
  });
}

/** The path of the stream that an answer in JSON names in a field; else what went wrong. */
async function pathIn(field: string, base: string, ask: Ask, clock: () => number): Promise<string | Outcome> {
  const notes = new Notes("a", clock);
  const outcome = await overHttp(base, ask, notes);
  const answer = ((): unknown => {
    try {
      return JSON.parse(notes.text);
    } catch {
      return null;
    }
  })();
  const path: unknown =
    typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>)[field] : null;
  return typeof path === "string" && path.startsWith("/")
    ? path
    : { ...outcome, error: outcome.error ?? `the answer names no path in "${field}"` };
}

/** Listen to what a program prints, as a caller listens to an answer. */
export function listenToPrinted(
  caller: string,
  clock: () => number,
): { take: (part: Buffer) => void; over: (exit: number | null) => Call } {
  const notes = new Notes(caller, clock);
  const decoder = new TextDecoder();
  return {
    take: (part) => {
      notes.take(decoder.decode(part, { stream: true }), part.length);
    },
    over: (exit) => ({
      caller,
      text: notes.text,
      heard: {
        path: "stdout",
        at: 0,
        status: null,
        headers: {},
        chunks: notes.chunks,
        end: round(clock()),
        ended: exit === null ? "patience" : exit === 0 ? "whole" : "cut",
        error: exit === null || exit === 0 ? null : `exit ${exit}`,
      },
    }),
  };
}

/**
 * Ask one question and listen until it is over.
 * @param base address of the app or of the proxy in front
 * @param clock seconds since the run began
 * @param page a page of a real browser that asks, where the question wants one
 */
export async function listen(base: string, ask: Ask, clock: () => number, page?: LabPage): Promise<Call> {
  await sleep(Math.max(0, ask.at - clock()));
  const caller = callerOf(`${decodeURIComponent(ask.path)} ${ask.body ?? ""}`);
  const begun = clock();
  const notes = new Notes(caller, () => clock() - begun);
  const answer = (one: Ask): Promise<Outcome> =>
    page
      ? page
          .ask(one, (text, bytes) => {
            notes.take(text, bytes);
          })
          .then((outcome) => ({ ...outcome, headers: kept(outcome.headers) }))
      : (one.websocket ? overWebSocket : overHttp)(base, one, notes);
  const path = ask.follow === undefined ? ask.path : await pathIn(ask.follow, base, ask, clock);
  const outcome =
    typeof path === "string"
      ? await answer({ ...ask, path, ...(ask.follow === undefined ? {} : { method: "GET" }) })
      : path;
  // The followed path has an id that differs from run to run.
  const shown = ask.follow === undefined ? ask.path : `${ask.path} → ${ask.follow}`;
  return {
    caller,
    text: notes.text,
    heard: {
      path: shown,
      ...(ask.browser ? { browser: ask.browser } : {}),
      at: round(begun),
      ...outcome,
      chunks: notes.chunks,
      end: round(clock() - begun),
    },
  };
}
