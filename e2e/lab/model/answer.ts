/** The answer to one call: an error, a stream, or one object. */
import { callerOf } from "../../../lib/trace/words";
import { sleep } from "../base/sleep";
import { Chat } from "./chat";
import { breakOff, type Exchange } from "./exchange";
import type { Format } from "./format";
import { apiError, json, statusError, zips } from "./reply";
import { Responses } from "./responses";
import { piecesOf, reasonOf, secondsOf } from "./script";
import { streamAnswer } from "./stream";

const TOO_LONG =
  "Your input exceeds the context window of this model. Please adjust your input and try again.";

function formatFor({ path, body, id }: Exchange): Format {
  const model = String(body["model"]);
  const options = body["stream_options"] as { include_usage?: boolean } | undefined;
  return path.endsWith("/responses")
    ? new Responses(model, id)
    : new Chat(model, id, options?.include_usage === true);
}

/** The error that a script has in place of an answer; true when it has one. */
function refuse({ response, script, text, call }: Exchange): boolean {
  if (script.most !== undefined && text.length > script.most) {
    call.ended = "refused";
    json(response, 400, apiError(TOO_LONG, "invalid_request_error", "context_length_exceeded"));
    return true;
  }
  if (script.status === undefined) return false;
  call.ended = "refused";
  json(response, script.status, statusError(script.status), zips(script, response));
  return true;
}

/** The whole answer at once, after the time that it takes. */
async function answerWhole(exchange: Exchange, format: Format, caller: string): Promise<void> {
  const { response, script, call } = exchange;
  await sleep(secondsOf(script) - script.hold);
  if (script.end === "hang") return;
  if (script.end === "cut") {
    breakOff(exchange);
    return;
  }
  if (script.end === "error") {
    json(response, 500, apiError("The server had an error while processing your request.", "server_error"));
    return;
  }
  const pieces = piecesOf(script, caller);
  call.words = pieces.length;
  json(response, 200, format.whole(pieces.join(""), script.tools ?? [], reasonOf(script) ?? "stop"));
}

/** Answer a call by its script. */
export async function answer(exchange: Exchange): Promise<void> {
  if (exchange.script.hold > 0) await sleep(exchange.script.hold);
  for (const [name, value] of Object.entries(exchange.script.headers ?? {}))
    exchange.response.setHeader(name, value);
  if (refuse(exchange)) return;
  const way = exchange.call.stream ? streamAnswer : answerWhole;
  await way(exchange, formatFor(exchange), callerOf(exchange.text));
}
