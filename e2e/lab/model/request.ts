/** Requests to the model endpoint, as far as a real one would take them. */
import type { IncomingMessage } from "node:http";
import type { Body } from "./exchange";
import { refusal } from "./strict";

/** A request that is refused: with this status, for this reason. */
export interface Refused {
  status: number;
  refused: string;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** The body of a request that is taken, or the refusal. */
export function read(request: IncomingMessage, path: string, text: string): { body: Body } | Refused {
  const refuse = (status: number, refused: string): Refused => ({ status, refused });
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
    return wrong === null ? { body } : refuse(400, wrong);
  } catch {
    return refuse(400, "We could not parse the JSON body of your request.");
  }
}
