/** A model endpoint of our own, scripted for each run: it can pause, stall, break off, end early, or answer with an error. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip, gzipSync, constants, type Gzip } from "node:zlib";
import type { Called, Script } from "../../../lib/content/proof-schema";
import { chat, responses, type Format } from "./formats";
import { refusal } from "./strict";
import { callerOf, word } from "./words";
import { sleep } from "../sleep";

export interface ModelServer {
  port: number;
  /** Calls so far, as this side saw them. */
  called: () => Called[];
  close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Pieces of an answer as its script has them. */
const piecesOf = (script: Script, caller: string): string[] =>
  script.text ?? Array.from({ length: script.tokens }, (_, at) => `${word(at, caller)} `);

/** The text of an answer, or of its tool calls' arguments. */
export const textOf = (script: Script, caller: string): string =>
  (script.tools ? script.tools.flatMap((tool) => tool.arguments) : piecesOf(script, caller)).join("");

/** Seconds that an answer takes by its script, whole. */
export function runOf(script: Script): number {
  const pieces = script.tools
    ? script.tools.reduce((sum, tool) => sum + 1 + tool.arguments.length, 0)
    : piecesOf(script, "a").length;
  return script.hold + script.first + Math.max(0, pieces - 1) * script.every + (script.pause?.for ?? 0);
}

/** Compressed, where the script has it and the caller takes it. */
const zips = (script: Script, response: ServerResponse): boolean =>
  script.gzip && /\bgzip\b/.test(response.req.headers["accept-encoding"] ?? "");

class Answer {
  private readonly zip: Gzip | null;
  constructor(
    private readonly response: ServerResponse,
    private readonly script: Script,
    type: string,
  ) {
    this.zip = zips(script, response) ? createGzip() : null;
    response.writeHead(200, { "Content-Type": type, ...(this.zip ? { "Content-Encoding": "gzip" } : {}) });
    this.zip?.pipe(response);
  }
  write(text: string): void {
    if (this.zip) {
      this.zip.write(text);
      this.zip.flush(constants.Z_SYNC_FLUSH);
    } else this.response.write(text);
  }
  get left(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }
  /** Silence, with comment lines where the script has them; ends early when the caller leaves. */
  async wait(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    while (!this.left && Date.now() < until) {
      const rest = (until - Date.now()) / 1000;
      await sleep(Math.min(rest, this.script.keepAlive ?? 0.25));
      if (this.script.keepAlive !== undefined && Date.now() < until) this.write(": keep-alive\n\n");
    }
  }
  end(): void {
    if (this.zip) this.zip.end();
    else this.response.end();
  }
}

/** Write an answer as a stream; true when it was written to the end that the script wants. */
async function stream(
  response: ServerResponse,
  script: Script,
  format: Format,
  caller: string,
  call: Called,
): Promise<void> {
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
  const steps = script.tools
    ? script.tools.flatMap((tool, at) => format.tool(tool, at))
    : piecesOf(script, caller).map((text, at) => format.piece(text, at));
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
    if (call.ended === "open") call.ended = "cut";
    response.socket?.destroy();
    return;
  }
  if (script.end === "hang") {
    while (!answer.left) await sleep(0.1);
    return;
  }
  if (script.end === "error") send(format.error("The server had an error while processing your request."));
  else
    send(
      format.finish(
        script.end === "none" ? null : script.tools && script.end === "stop" ? "tool_calls" : script.end,
      ),
    );
  if (format.done !== null && script.end !== "none") answer.write(`data: ${format.done}\n\n`);
  answer.end();
}

function json(response: ServerResponse, status: number, body: unknown, zipped = false): void {
  const plain = Buffer.from(JSON.stringify(body));
  const sent = zipped ? gzipSync(plain) : plain;
  response.writeHead(status, {
    "Content-Type": "application/json",
    ...(zipped ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": sent.length,
  });
  response.end(sent);
}

/** As long as real ones are. */
const RATE_LIMIT =
  "Rate limit reached for lab-model in organization org-lab on tokens per min (TPM): Limit 30000, Used 29800, Requested 900. Please try again in 1.4s. To raise the limit for lab-model in organization org-lab, add a payment method to organization org-lab.";
const apiError = (message: string, type = "invalid_request_error", code: string | null = null) => ({
  error: { message, type, param: null, code },
});

type Body = Readonly<Record<string, unknown>>;

/** A request as far as a real endpoint would take it, or the refusal. */
function read(
  request: IncomingMessage,
  path: string,
  text: string,
): Body | { status: number; refused: string } {
  const refuse = (status: number, refused: string) => ({ status, refused });
  if (request.method !== "POST") return refuse(405, `Not allowed to ${request.method ?? "ask"} on ${path}.`);
  if (!/\/v1\/(chat\/completions|responses|embeddings)$/.test(path))
    return refuse(404, `Invalid URL (POST ${path})`);
  if (!/^Bearer \S+$/.test(request.headers.authorization ?? ""))
    return refuse(401, "You didn't provide an API key.");
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return refuse(415, "Unsupported content type.");
  try {
    const body = JSON.parse(text) as Body;
    const wrong = refusal(path, body);
    return wrong === null ? body : refuse(400, wrong);
  } catch {
    return refuse(400, "We could not parse the JSON body of your request.");
  }
}

/** Small fixed vectors: enough for an index of a few texts. */
function embeddings(body: Body): unknown {
  const { input } = body;
  const texts: readonly unknown[] = Array.isArray(input) && typeof input[0] !== "number" ? input : [input];
  return {
    object: "list",
    model: body["model"],
    usage: { prompt_tokens: 1, total_tokens: 1 },
    data: texts.map((_, index) => ({
      object: "embedding",
      index,
      embedding: Array.from({ length: 8 }, (__, at) => (at === index % 8 ? 1 : 0.01)),
    })),
  };
}

/** Answer a call by its script. */
async function answer(
  response: ServerResponse,
  script: Script,
  path: string,
  body: Body,
  text: string,
  call: Called,
  id: string,
): Promise<void> {
  if (script.hold > 0) await sleep(script.hold);
  if (script.most !== undefined && text.length > script.most) {
    call.ended = "refused";
    json(
      response,
      400,
      apiError(
        "Your input exceeds the context window of this model. Please adjust your input and try again.",
        "invalid_request_error",
        "context_length_exceeded",
      ),
    );
    return;
  }
  if (script.status !== undefined) {
    call.ended = "refused";
    json(
      response,
      script.status,
      apiError(
        script.status === 429 ? RATE_LIMIT : "The server had an error",
        script.status === 429 ? "rate_limit_error" : "server_error",
      ),
      zips(script, response),
    );
    return;
  }
  const model = String(body["model"]);
  const options = body["stream_options"] as { include_usage?: boolean } | undefined;
  const format = path.endsWith("/responses")
    ? responses(model, id)
    : chat(model, id, options?.include_usage === true);
  const caller = callerOf(text);
  if (call.stream) {
    await stream(response, script, format, caller, call);
    return;
  }
  const pieces = piecesOf(script, caller);
  await sleep(runOf(script) - script.hold);
  if (script.end === "hang") return;
  if (script.end === "cut") {
    if (call.ended === "open") call.ended = "cut";
    response.socket?.destroy();
    return;
  }
  if (script.end === "error") {
    json(response, 500, apiError("The server had an error while processing your request.", "server_error"));
    return;
  }
  call.words = pieces.length;
  const reason =
    script.tools && script.end === "stop" ? "tool_calls" : script.end === "none" ? "stop" : script.end;
  json(response, 200, format.whole(pieces.join(""), script.tools ?? [], reason));
}

/** Start one for a run. The n-th call gets the n-th script; the last one answers all that follow. */
export async function startModel(scripts: readonly Script[], start: () => number): Promise<ModelServer> {
  const calls: Called[] = [];
  let answered = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", "http://model").pathname;
    const text = await bodyOf(request);
    const call: Called = { at: start(), path, stream: false, words: 0, end: null, ended: "open" };
    calls.push(call);
    response.on("close", () => {
      call.end ??= start();
      if (call.ended === "open") call.ended = response.writableFinished ? "whole" : "caller-left";
    });
    const body = read(request, path, text);
    if ("refused" in body) {
      call.ended = "refused";
      json(response, Number(body["status"]), apiError(String(body["refused"])));
      return;
    }
    if (path.endsWith("/embeddings")) {
      json(response, 200, embeddings(body));
      return;
    }
    const script = scripts[Math.min(answered, scripts.length - 1)];
    answered += 1;
    if (!script) throw new Error("The lab has no script for this call.");
    call.stream = body["stream"] === true;
    await answer(response, script, path, body, text, call, `lab-${calls.length}`);
  };
  const server = createServer((request, response) => {
    response.on("error", () => undefined);
    handle(request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  server.requestTimeout = 0;
  server.timeout = 0;
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    called: () => calls.map((call) => ({ ...call })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
