/**
 * An answer that is streamed as its script says: with pauses, compressed, with comments while it is silent,
 * to whatever end.
 */
import type { ServerResponse } from "node:http";
import { constants, createGzip, type Gzip } from "node:zlib";
import type { Script } from "../../../lib/content/proof-schema";
import { sleep } from "../base/sleep";
import { breakOff, type Exchange } from "./exchange";
import type { Format } from "./format";
import { zips } from "./reply";
import { piecesOf, reasonOf } from "./script";

/** Seconds between two looks at whether the caller is still there. */
const LOOK_S = 0.25;
/** What was written has to leave before the connection breaks. */
const FLUSH_S = 0.05;

/** The open response of an answer. */
class Stream {
  private readonly zip: Gzip | null;
  constructor(
    private readonly response: ServerResponse,
    private readonly script: Script,
  ) {
    this.zip = zips(script, response) ? createGzip() : null;
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      ...(this.zip ? { "Content-Encoding": "gzip" } : {}),
    });
    this.zip?.pipe(response);
    response.flushHeaders();
  }

  write(text: string): void {
    if (this.zip) {
      this.zip.write(text);
      if (this.script.gzip !== "blocks") this.zip.flush(constants.Z_SYNC_FLUSH);
    } else this.response.write(text);
  }

  send(events: readonly unknown[]): void {
    for (const event of events) {
      const { type } = event as { type?: unknown };
      this.write(`${typeof type === "string" ? `event: ${type}\n` : ""}data: ${JSON.stringify(event)}\n\n`);
    }
  }

  /** Whether the caller has gone, or the answer is over. */
  get left(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }

  /** Silence, with comment lines where the script has them; ends early when the caller leaves. */
  async wait(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    while (!this.left && Date.now() < until) {
      const rest = (until - Date.now()) / 1000;
      await sleep(Math.min(rest, this.script.keepAlive ?? LOOK_S));
      if (this.script.keepAlive !== undefined && Date.now() < until) this.write(": keep-alive\n\n");
    }
  }

  end(): void {
    if (this.zip) this.zip.end();
    else this.response.end();
  }
}

/** The end of an answer, as its script has it. */
async function finish(exchange: Exchange, stream: Stream, format: Format): Promise<void> {
  const { script } = exchange;
  if (script.end === "cut") {
    await sleep(FLUSH_S);
    breakOff(exchange);
    return;
  }
  if (script.end === "hang") {
    while (!stream.left) await sleep(LOOK_S);
    return;
  }
  if (script.end === "error")
    stream.send(format.error("The server had an error while processing your request."));
  else stream.send(format.finish(reasonOf(script)));
  if (format.done !== null && script.end !== "none") stream.write(`data: ${format.done}\n\n`);
  stream.end();
}

/** Write an answer as a stream, until it is over or its caller has left. */
export async function streamAnswer(exchange: Exchange, format: Format, caller: string): Promise<void> {
  const { script, call } = exchange;
  const stream = new Stream(exchange.response, script);
  await stream.wait(script.first);
  stream.send(format.start());
  for (const text of script.reasoning ?? []) {
    stream.send(format.thought(text));
    await stream.wait(script.every);
  }
  const steps = script.tools
    ? script.tools.flatMap((tool, index) => format.tool(tool, index))
    : piecesOf(script, caller).map((text) => format.piece(text));
  for (const [index, events] of steps.entries()) {
    if (index > 0) await stream.wait(script.every);
    if (script.pause?.after === index) await stream.wait(script.pause.for);
    if (stream.left) return;
    stream.send(events);
    call.words = index + 1;
  }
  await finish(exchange, stream, format);
}
