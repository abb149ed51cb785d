/** A model endpoint of our own, scripted for each run: it can pause, stall, break off, end early, or answer with an error. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip, constants, type Gzip } from "node:zlib";
import type { Called, Script } from "../../../lib/content/proof-schema";
import { chat, responses, type Format } from "./formats";
import { refusal } from "./strict";
import { callerOf, word } from "./words";

export interface ModelServer {
  port: number;
  /** Calls so far, as this side saw them. */
  called: () => Called[];
  close: () => Promise<void>;
}

const sleep = (seconds: number) => new Promise<void>((resolve) => { setTimeout(resolve, seconds * 1000); });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Pieces of an answer as its script has them. */
export const piecesOf = (script: Script, caller: string): string[] => script.text ?? Array.from({ length: script.tokens }, (_, at) => `${word(at, caller)} `);

/** Seconds that an answer takes by its script, whole. */
export function runOf(script: Script): number {
  const pieces = script.tools ? script.tools.reduce((sum, tool) => sum + 1 + tool.arguments.length, 0) : piecesOf(script, "a").length;
  return script.hold + script.first + Math.max(0, pieces - 1) * script.every + (script.pause?.for ?? 0);
}

class Answer {
  private readonly zip: Gzip | null;
  constructor(private readonly response: ServerResponse, private readonly script: Script, type: string) {
    this.zip = script.gzip ? createGzip() : null;
    response.writeHead(200, { "Content-Type": type, ...(this.zip ? { "Content-Encoding": "gzip" } : {}) });
    this.zip?.pipe(response);
  }
  write(text: string): void {
    if (this.zip) { this.zip.write(text); this.zip.flush(constants.Z_SYNC_FLUSH); } else this.response.write(text);
  }
  get left(): boolean { return this.response.destroyed || this.response.writableEnded; }
  /** Silence, with comment lines where the script has them; ends early when the caller leaves. */
  async wait(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    while (!this.left && Date.now() < until) {
      const rest = (until - Date.now()) / 1000;
      await sleep(Math.min(rest, this.script.keepAlive ?? 0.25));
      if (this.script.keepAlive !== undefined && Date.now() < until) this.write(": keep-alive\n\n");
    }
  }
  end(): void { if (this.zip) this.zip.end(); else this.response.end(); }
}

/** Write an answer as a stream; true when it was written to the end that the script wants. */
async function stream(response: ServerResponse, script: Script, format: Format, caller: string, call: Called): Promise<void> {
  const answer = new Answer(response, script, "text/event-stream");
  const send = (events: readonly unknown[]) => {
    for (const event of events) {
      const type = (event as { type?: unknown }).type;
      answer.write(`${typeof type === "string" ? `event: ${type}\n` : ""}data: ${JSON.stringify(event)}\n\n`);
    }
  };
  response.flushHeaders();
  await answer.wait(script.first);
  send(format.start());
  const steps = script.tools ? script.tools.flatMap((tool, at) => format.tool(tool, at)) : piecesOf(script, caller).map((text, at) => format.piece(text, at));
  for (const [at, events] of steps.entries()) {
    if (at > 0) await answer.wait(script.every);
    if (script.pause?.after === at) await answer.wait(script.pause.for);
    if (answer.left) return;
    send(events);
    call.words = at + 1;
  }
  if (script.end === "cut") {
    // What was written has to leave before the connection breaks.
    await sleep(0.05);
    response.socket?.destroy();
    return;
  }
  if (script.end === "hang") { while (!answer.left) await sleep(0.1); return; }
  if (script.end === "error") send(format.error("The server had an error while processing your request."));
  else send(format.finish(script.end === "none" ? null : script.tools && script.end === "stop" ? "tool_calls" : script.end));
  if (format.done !== null && script.end !== "none") answer.write(`data: ${format.done}\n\n`);
  answer.end();
}

function json(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

const apiError = (message: string, type = "invalid_request_error") => ({ error: { message, type, param: null, code: null } });

/** Start one for a run. The n-th call gets the n-th script; the last one answers all that follow. */
export async function startModel(scripts: readonly Script[], start: () => number): Promise<ModelServer> {
  const calls: Called[] = [];
  let answered = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", "http://model").pathname;
    const text = await bodyOf(request);
    const call: Called = { at: start(), path, stream: false, words: 0, end: null, ended: "open" };
    calls.push(call);
    const over = (ended: Called["ended"]) => { call.end ??= start(); if (call.ended === "open") call.ended = ended; };
    response.on("close", () => { over(response.writableFinished ? "whole" : "caller-left"); });
    const refuse = (status: number, message: string) => { call.ended = "refused"; json(response, status, apiError(message)); };
    if (request.method !== "POST") return refuse(405, `Not allowed to ${request.method} on ${path}.`);
    if (!/\/v1\/(chat\/completions|responses|embeddings)$/.test(path)) return refuse(404, `Invalid URL (POST ${path})`);
    if (!/^Bearer \S+$/.test(request.headers.authorization ?? "")) return refuse(401, "You didn't provide an API key.");
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return refuse(415, "Unsupported content type.");
    let body: Record<string, unknown>;
    try { body = JSON.parse(text) as Record<string, unknown>; } catch { return refuse(400, "We could not parse the JSON body of your request."); }
    const wrong = refusal(path, body);
    if (wrong !== null) return refuse(400, wrong);
    const model = String(body["model"]);
    if (path.endsWith("/embeddings")) {
      const input = Array.isArray(body["input"]) && typeof body["input"][0] !== "number" ? body["input"] : [body["input"]];
      return json(response, 200, { object: "list", model, usage: { prompt_tokens: 1, total_tokens: 1 }, data: input.map((_, index) => ({ object: "embedding", index, embedding: Array.from({ length: 8 }, (__, at) => (at === index % 8 ? 1 : 0.01)) })) });
    }
    const script = scripts[Math.min(answered, scripts.length - 1)];
    answered += 1;
    if (!script) return refuse(500, "The lab has no script for this call.");
    call.stream = body["stream"] === true;
    if (script.hold > 0) await sleep(script.hold);
    if (script.status !== undefined) { call.ended = "refused"; return json(response, script.status, apiError(script.status === 429 ? "Rate limit reached" : "The server had an error", script.status === 429 ? "rate_limit_error" : "server_error")); }
    const id = `lab-${calls.length}`;
    const options = body["stream_options"] as { include_usage?: boolean } | undefined;
    const format = path.endsWith("/responses") ? responses(model, id) : chat(model, id, options?.include_usage === true);
    const caller = callerOf(text);
    if (call.stream) return stream(response, script, format, caller, call);
    const pieces = piecesOf(script, caller);
    await sleep(runOf(script) - script.hold);
    call.words = pieces.length;
    json(response, 200, format.whole(pieces.join(""), script.tools ?? [], script.tools && script.end === "stop" ? "tool_calls" : script.end === "none" ? "stop" : script.end));
  };
  const server = createServer((request, response) => {
    response.on("error", () => undefined);
    handle(request, response).catch((error: unknown) => { response.destroy(error as Error); });
  });
  server.requestTimeout = 0;
  server.timeout = 0;
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => { server.once("error", reject); server.listen(0, "127.0.0.1", resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    called: () => calls.map((call) => ({ ...call })),
    close: () => new Promise((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
}
