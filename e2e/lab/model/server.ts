/**
 * A model endpoint of our own, scripted for each run: it can pause, stall, break off, end early, or answer
 * with an error.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Script } from "../../../lib/content/proof-schema";
import type { Called } from "../../../lib/trace/recording-schema";
import { answer } from "./answer";
import { apiError, embeddings, json } from "./reply";
import { bodyOf, read } from "./request";

export interface ModelServer {
  port: number;
  /** Calls so far, as this side saw them. */
  called: () => Called[];
  /** Bodies of the requests, as they came. */
  requests: () => string[];
  close: () => Promise<void>;
}

/** What is asked of the endpoint, and what it answers. */
class Endpoint {
  readonly calls: Called[] = [];
  readonly requests: string[] = [];
  private answered = 0;
  constructor(
    private readonly scripts: readonly Script[],
    private readonly clock: () => number,
  ) {}

  /** Note a call as it comes in; its end is noted when the connection closes. */
  private noted(path: string, response: ServerResponse): Called {
    const call: Called = { asked: this.clock(), path, stream: false, words: 0, end: null, ended: "open" };
    this.calls.push(call);
    response.on("close", () => {
      call.end ??= this.clock();
      if (call.ended === "open") call.ended = response.writableFinished ? "whole" : "caller-left";
    });
    return call;
  }

  /** The n-th call gets the n-th script; the last one answers all that follow. */
  private nextScript(): Script {
    const script = this.scripts[Math.min(this.answered, this.scripts.length - 1)];
    this.answered += 1;
    if (!script) throw new Error("The lab has no script for this call.");
    return script;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://model").pathname;
    const text = await bodyOf(request);
    const call = this.noted(path, response);
    this.requests.push(text);
    const taken = read(request, path, text);
    if ("refused" in taken) {
      call.ended = "refused";
      json(response, taken.status, apiError(taken.refused));
      return;
    }
    const { body } = taken;
    if (path.endsWith("/embeddings")) {
      json(response, 200, embeddings(body));
      return;
    }
    call.stream = body["stream"] === true;
    const id = `lab-${this.calls.length}`;
    await answer({ response, script: this.nextScript(), path, text, body, call, id });
  }
}

/** Listen on a free port of loopback, without limits of its own. */
async function listening(server: Server): Promise<number> {
  server.requestTimeout = 0;
  server.timeout = 0;
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Start a model endpoint for a run.
 * @param scripts how it answers, call by call
 * @param clock seconds since the run began
 */
export async function startModel(scripts: readonly Script[], clock: () => number): Promise<ModelServer> {
  const endpoint = new Endpoint(scripts, clock);
  const server = createServer((request, response) => {
    response.on("error", () => undefined);
    endpoint.handle(request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  return {
    port: await listening(server),
    called: () => endpoint.calls.map((call) => ({ ...call })),
    requests: () => [...endpoint.requests],
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
