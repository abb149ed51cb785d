/** Answers as one JSON object, as a real endpoint gives them: errors above all. */
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Script } from "../../../lib/content/proof-schema";
import type { Body } from "./exchange";

/** As long as real ones are. */
const RATE_LIMIT =
  "Rate limit reached for lab-model in organization org-lab on tokens per min (TPM): " +
  "Limit 30000, Used 29800, Requested 900. Please try again in 1.4s. To raise the limit for lab-model " +
  "in organization org-lab, add a payment method to organization org-lab.";

/** Whether an answer goes out compressed: where the script has it and the caller takes it. */
export const zips = (script: Script, response: ServerResponse): boolean =>
  script.gzip !== false && /\bgzip\b/.test(response.req.headers["accept-encoding"] ?? "");

/** Send an answer as JSON, whole. */
export function json(response: ServerResponse, status: number, body: unknown, zipped = false): void {
  const plain = Buffer.from(JSON.stringify(body));
  const sent = zipped ? gzipSync(plain) : plain;
  response.writeHead(status, {
    "Content-Type": "application/json",
    ...(zipped ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": sent.length,
  });
  response.end(sent);
}

/** An error as the API has it. */
export const apiError = (
  message: string,
  type = "invalid_request_error",
  code: string | null = null,
): unknown => ({ error: { message, type, param: null, code } });

/** The error that goes with a status of a script. */
export const statusError = (status: number): unknown =>
  status === 429
    ? apiError(RATE_LIMIT, "rate_limit_error")
    : apiError("The server had an error", "server_error");

/** Small fixed vectors: enough for an index of a few texts. */
export function embeddings(body: Body): unknown {
  const { input } = body;
  const texts: readonly unknown[] = Array.isArray(input) && typeof input[0] !== "number" ? input : [input];
  const SIZE = 8;
  return {
    object: "list",
    model: body["model"],
    usage: { prompt_tokens: 1, total_tokens: 1 },
    data: texts.map((_, index) => ({
      object: "embedding",
      index,
      embedding: Array.from({ length: SIZE }, (__, place) => (place === index % SIZE ? 1 : 0.01)),
    })),
  };
}
