/** What a claim says as data, and what a recording of the lab holds. */
import * as v from "valibot";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How the model server answers one call; the last script answers all calls that follow. Times in seconds. */
export const scriptSchema = v.strictObject({
  /** Pieces of the answer: so many numbered words, or these texts. */
  tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)), 20),
  text: v.optional(v.array(v.string())),
  /** Between two pieces. */
  every: v.optional(seconds, 0.1),
  /** Before the first piece; the status line goes out at once. */
  first: v.optional(seconds, 0.1),
  /** Silence before the status line. */
  hold: v.optional(seconds, 0),
  pause: v.optional(v.strictObject({ after: count, for: seconds })),
  /** Tool calls, each with its arguments in pieces; they come in place of text. */
  tools: v.optional(v.array(v.strictObject({ name: words, arguments: v.array(v.string()) }))),
  /** How it ends: a finish reason, or none, an error object, an error status, a cut, or never. */
  end: v.optional(
    v.picklist(["stop", "length", "content_filter", "tool_calls", "none", "error", "cut", "hang"]),
    "stop",
  ),
  /** An error status in place of an answer. */
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
  /** Compressed, for those who accept it; an error status too. */
  gzip: v.optional(v.boolean(), false),
  /** Characters of messages that it takes in; what is longer is refused as too long for its context. */
  most: v.optional(count),
  /** Comment lines while it is silent, as some providers send them. */
  keepAlive: v.optional(seconds),
});

export const askSchema = v.strictObject({
  path: v.optional(v.pipe(v.string(), v.startsWith("/")), "/stream"),
  method: v.optional(v.picklist(["GET", "POST"]), "GET"),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.string()),
  /** Seconds after the first question. */
  at: v.optional(seconds, 0),
  /** Seconds after which the caller leaves. */
  leave: v.optional(seconds),
  /** How long the caller waits before it counts as hanging. */
  patience: v.optional(seconds, 30),
  /** Straight to the app, past the proxy. */
  direct: v.optional(v.boolean(), false),
  websocket: v.optional(v.boolean(), false),
  /** Asked by a page in a real Chromium, in place of the lab's own client. */
  browser: v.optional(v.picklist(["fetch", "eventsource"])),
  /** Texts by which the caller of a WebSocket or an EventSource knows that the answer is over: it then closes, and counts as `whole`. */
  until: v.optional(v.pipe(v.array(words), v.minLength(1))),
  /** The answer is JSON, and this field of it names the path of the stream: that one is read, as an EventSource would. */
  follow: v.optional(words),
  /** An EventSource that goes on by itself after an error, as browsers let it; else its page closes it. */
  reconnects: v.optional(v.boolean()),
});

const ask = v.optional(count, 0);
/** What a run shows. Each is about one question (the first unless `ask` says another), the model's side, or the log. */
export const signSchema = v.variant("sign", [
  /** No word of the answer before half of the model's run is over. */
  v.strictObject({ sign: v.literal("held"), ask }),
  /** All words of the answer in one arrival, once the model's run is over. */
  v.strictObject({ sign: v.literal("one-piece"), ask }),
  /** The first word before half of the model's run, and the words spread over it. */
  v.strictObject({ sign: v.literal("streams"), ask }),
  /** It streams, and each piece arrives by itself, not in lumps. */
  v.strictObject({ sign: v.literal("each"), ask }),
  /** The words come, but in lumps: less than half as many arrivals as words. */
  v.strictObject({ sign: v.literal("lumps"), ask }),
  /** All words of the answer, in order and once, and a proper end with status 200. */
  v.strictObject({ sign: v.literal("whole"), ask }),
  /** The connection breaks off before its end. */
  v.strictObject({ sign: v.literal("cut"), ask }),
  /** It ends, in whatever way, when a limit of `limit` seconds fires: counted from the start, or since the last byte. */
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
  /** Some line of the program's or the proxy's log; with `lines`, at least so many. */
  v.strictObject({
    sign: v.literal("log"),
    text: words,
    lines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
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
  v.strictObject({ sign: v.literal("header"), ask, name: words, is: words }),
  v.strictObject({ sign: v.literal("comment"), ask }),
  /** A file that the program leaves in its folder holds this text. */
  v.strictObject({ sign: v.literal("file"), name: words, text: words }),
]);

/** One claim: under this scenario the broken side shows the signs in `shows`, the fixed side those in `gives`, and neither the other's. */
export const claimSchema = v.strictObject({
  scenario: words,
  broken: words,
  fixed: words,
  model: v.optional(v.pipe(v.array(scriptSchema), v.minLength(1)), [{}]),
  asks: v.optional(v.pipe(v.array(askSchema), v.minLength(1)), [{}]),
  /** The fixed side's questions, where it has another interface. */
  fixedAsks: v.optional(v.pipe(v.array(askSchema), v.minLength(1))),
  /** Environment of the program, beside the address of the model. `{model}`, `{dir}` and `{port}` are filled in. */
  vars: v.optional(v.record(v.string(), v.string()), {}),
  /** An environment of the lab that is not the pair's own, such as one with an older version of a package. */
  environment: v.optional(words),
  /** The command, where it is not the pair's own; `{side}`, `{port}`, `{url}` and `{dir}` are filled in. */
  run: v.optional(words),
  /**
   * The pair's program is a caller: it asks this app of e2e/lab/apps, which listens in place of port 8000, and what it
   * prints is judged like an answer (path `stdout`; `whole` when it exits with 0). The first question's patience bounds it.
   */
  serve: v.optional(words),
  /** A proxy in front: a file of e2e/lab/proxies, with its values. */
  through: v.optional(
    v.strictObject({ proxy: words, values: v.optional(v.record(v.string(), v.string()), {}) }),
  ),
  /** Long limits are scaled down: what they are in life, and here. */
  scale: v.optional(words),
  /** Seconds that the lab looks on after the last caller is done, for what goes on without one. */
  watch: v.optional(seconds),
  /** Seconds after which the program is told to end (SIGTERM), for what a deploy does. */
  stopAt: v.optional(seconds),
  /** Seconds after which the program is killed and started again. */
  restartAt: v.optional(seconds),
  /** What `restartAt` restarts: the server alone, unless this says all programs of the command (`a & b`), as a deploy does. */
  restarts: v.optional(v.picklist(["server", "all"])),
  shows: v.pipe(v.array(signSchema), v.minLength(1)),
  gives: v.pipe(v.array(signSchema), v.minLength(1)),
});

const when = v.pipe(v.number(), v.minValue(0));
/** What one caller saw. Times in seconds after it asked. */
export const heardSchema = v.strictObject({
  path: v.string(),
  /** Asked by a page in a browser. */
  browser: v.optional(v.picklist(["fetch", "eventsource"])),
  at: when,
  status: v.nullable(v.number()),
  headers: v.record(v.string(), v.string()),
  /** Arrivals: time, bytes, words of the answer, and whether it was only a comment. */
  chunks: v.array(v.tuple([when, v.number(), v.number(), v.boolean()])),
  end: when,
  ended: v.picklist(["whole", "cut", "left", "patience", "refused"]),
  error: v.nullable(v.string()),
});
/** What the model server saw of one call. */
export const calledSchema = v.strictObject({
  at: when,
  path: v.string(),
  stream: v.boolean(),
  words: v.number(),
  /** `null`: still open when the run was over. */
  end: v.nullable(when),
  /** `cut`: the model itself broke off, as its script says. */
  ended: v.picklist(["whole", "caller-left", "open", "refused", "cut"]),
});
export const sideSchema = v.strictObject({
  heard: v.array(heardSchema),
  called: v.array(calledSchema),
  log: v.array(v.string()),
  exit: v.nullable(v.number()),
});

/** The state of a shown file, as far as it is known by running. */
export const recordSchema = v.strictObject({
  id: words,
  kind: v.picklist(["pair", "config", "fact"]),
  state: v.picklist(["reproduced", "validated", "documented"]),
  /** SHA-256 over the shown files and the claim. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  made: v.pipe(v.string(), v.isoDate()),
  versions: v.record(v.string(), v.string()),
  /** What validated it, or why it can only be documented. */
  by: v.optional(words),
  scenarios: v.array(
    v.strictObject({
      scenario: words,
      scale: v.optional(words),
      /** The model's own run, in seconds. */
      run: when,
      first: words,
      second: words,
      sides: v.tuple([sideSchema, sideSchema]),
    }),
  ),
  /** A config's files, each with what is known of it; the record's own state is the weakest of them. */
  parts: v.optional(
    v.array(
      v.strictObject({
        file: words,
        state: v.picklist(["reproduced", "validated", "documented"]),
        by: words,
      }),
    ),
  ),
  /** Each removed directive of a config with what happened. */
  mutations: v.optional(
    v.array(
      v.strictObject({ what: words, outcome: v.picklist(["fails", "defence"]), says: v.optional(words) }),
    ),
  ),
});

export type Script = v.InferOutput<typeof scriptSchema>;
export type Ask = v.InferOutput<typeof askSchema>;
export type Sign = v.InferOutput<typeof signSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
export type Heard = v.InferOutput<typeof heardSchema>;
export type Called = v.InferOutput<typeof calledSchema>;
export type Side = v.InferOutput<typeof sideSchema>;
export type ProofRecord = v.InferOutput<typeof recordSchema>;
