/** One call to the model endpoint, with what is noted of it. */
import type { ServerResponse } from "node:http";
import type { Script } from "../../../lib/content/proof-schema";
import type { Called } from "../../../lib/trace/recording-schema";

export type Body = Readonly<Record<string, unknown>>;

export interface Exchange {
  response: ServerResponse;
  script: Script;
  path: string;
  /** The request's body, as it was sent and as it was read. */
  text: string;
  body: Body;
  /** Notes of the call, filled as it goes. */
  call: Called;
  id: string;
}

/** The model breaks the connection off, as its script says. */
export function breakOff({ response, call }: Exchange): void {
  if (call.ended === "open") call.ended = "cut";
  response.socket?.destroy();
}
