/** The signs that a recording can show, as claims name them. `signs.ts` says when each is shown. */
import * as v from "valibot";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ask = v.optional(count, 0);
/**
 * What a run shows. Each is about one question (the first unless `ask` says another), the model's side, or
 * the log.
 */
export const signSchema = v.variant("sign", [
  /** No word of the answer before half of the model's run is over. */
  v.strictObject({ sign: v.literal("held"), ask }),
  /** All words of the answer in one arrival, once the model's run is over. */
  v.strictObject({ sign: v.literal("one-arrival"), ask }),
  /** The first word before half of the model's run, and the words spread over it. */
  v.strictObject({ sign: v.literal("streams"), ask }),
  /** It streams, and each piece of the answer arrives by itself, not in lumps. */
  v.strictObject({ sign: v.literal("each"), ask }),
  /** The words come, but in lumps: less than half as many arrivals as words. */
  v.strictObject({ sign: v.literal("lumps"), ask }),
  /** All words of the answer, in order and once, and a proper end with status 200. */
  v.strictObject({ sign: v.literal("whole"), ask }),
  /** The connection breaks off before its end. */
  v.strictObject({ sign: v.literal("cut"), ask }),
  /**
   * It ends, in whatever way, when a limit of `limit` seconds fires: counted from the start, or since the
   * last byte.
   */
  v.strictObject({ sign: v.literal("ends-at"), ask, limit: seconds, of: v.picklist(["start", "silence"]) }),
  /** A proper end, and the last word of the answer is missing. */
  v.strictObject({ sign: v.literal("tail-missing"), ask }),
  /** Not one word of the answer. */
  v.strictObject({ sign: v.literal("no-answer"), ask }),
  v.strictObject({ sign: v.literal("doubled"), ask }),
  /** Words of another caller's answer. */
  v.strictObject({ sign: v.literal("mixed"), ask }),
  v.strictObject({ sign: v.literal("status"), ask, is: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ sign: v.literal("has"), ask, text: words }),
  v.strictObject({ sign: v.literal("lacks"), ask, text: words }),
  /** The text stands once, after all words, and no other event comes behind it: how a `done` has to stand. */
  v.strictObject({ sign: v.literal("last"), ask, text: words }),
  /** What a reader of event streams joins from the events is the model's answer, letter by letter. */
  v.strictObject({ sign: v.literal("exact"), ask }),
  /** What it joins lacks this text. */
  v.strictObject({ sign: v.literal("drops"), ask, text: v.pipe(v.string(), v.nonEmpty()) }),
  /** What the caller's own error says, such as `TypeError: network error` in a browser. */
  v.strictObject({ sign: v.literal("error"), ask, text: words }),
  /** The caller's patience ends before the answer does. */
  v.strictObject({ sign: v.literal("hangs"), ask }),
  /** The first byte comes only once the other question is over. */
  v.strictObject({ sign: v.literal("waits"), ask: v.optional(count, 1), for: v.optional(count, 0) }),
  /** It is over before half of what the other question still had to run. */
  v.strictObject({ sign: v.literal("prompt"), ask: v.optional(count, 1), for: v.optional(count, 0) }),
  /**
   * Some line of the program's or the proxy's log; with `lines`, at least so many. With `most`, at most so many,
   * and none will do unless `lines` says otherwise.
   */
  v.strictObject({
    sign: v.literal("log"),
    text: words,
    lines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    most: v.optional(count),
  }),
  /** What the program printed, for programs that are callers. */
  v.strictObject({ sign: v.literal("prints"), text: words }),
  /** How the program ended by itself; a server that refuses to start may show this too. */
  v.strictObject({ sign: v.literal("exits"), code: v.number() }),
  /** The model server's view: was it asked, was it asked to stream, did the stream end with the caller. */
  v.strictObject({
    sign: v.literal("upstream"),
    is: v.picklist(["never-asked", "not-streamed", "left-open", "closed"]),
  }),
  /** Times that the model was asked. */
  v.strictObject({ sign: v.literal("calls"), is: count }),
  /** The model was asked with this text somewhere in a request. */
  v.strictObject({ sign: v.literal("asked"), text: words }),
  v.strictObject({ sign: v.literal("header"), ask, name: words, is: words }),
  v.strictObject({ sign: v.literal("comment"), ask }),
  /** A file that the program leaves in its folder holds this text. */
  v.strictObject({ sign: v.literal("file"), name: words, text: words }),
]);

export type Sign = v.InferOutput<typeof signSchema>;
