/** What a claim says as data. */
import * as v from "valibot";
import { onlyPlaceholders } from "../text/placeholders";
import { signSchema } from "../trace/sign-schema";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(600));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How the model server answers one call; the last script answers all calls that follow. Times in seconds. */
export const scriptSchema = v.strictObject({
  /** Pieces of the answer: so many numbered words, or these texts. */
  tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)), 20),
  text: v.optional(v.array(v.string())),
  /** Pieces of its reasoning, which come first and are no part of the answer. */
  reasoning: v.optional(v.array(v.string())),
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
  /** Compressed, for those who accept it; an error status too. In blocks: nothing is flushed before the end. */
  gzip: v.optional(v.union([v.boolean(), v.literal("blocks")]), false),
  /** Headers of the answer, beside its own. */
  headers: v.optional(v.record(v.string(), v.string())),
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
  /**
   * Texts by which the caller of a WebSocket or an EventSource knows that the answer is over: it then closes,
   * and counts as `whole`.
   */
  until: v.optional(v.pipe(v.array(words), v.minLength(1))),
  /**
   * The answer is JSON, and this field of it names the path of the stream: that one is read, as an
   * EventSource would.
   */
  follow: v.optional(words),
  /** An EventSource that goes on by itself after an error, as browsers let it; else its page closes it. */
  reconnects: v.optional(v.boolean()),
});

/** Environment of a program, beside the address of the model. */
export const varsSchema = v.optional(
  v.record(v.string(), v.pipe(v.string(), onlyPlaceholders("port", "dir"))),
  {},
);

/** A proxy in front: a file of e2e/lab/proxies, with its values. */
export const throughSchema = v.optional(
  v.strictObject({ proxy: words, values: v.optional(v.record(v.string(), v.string()), {}) }),
);

/** What the lab does with both sides of a claim, whatever it is a claim about. */
export const scenarioEntries = {
  scenario: words,
  model: v.optional(v.pipe(v.array(scriptSchema), v.minLength(1)), [{}]),
  asks: v.optional(v.pipe(v.array(askSchema), v.minLength(1)), [{}]),
  /** Long limits are scaled down: what they are in life, and here. */
  scale: v.optional(words),
  /** Seconds that the lab looks on after the last caller is done, for what goes on without one. */
  watch: v.optional(seconds),
  /** Seconds after which the program is told to end (SIGTERM), for what a deploy does. */
  stopAt: v.optional(seconds),
  /** Seconds after which the program is killed and started again. */
  restartAt: v.optional(seconds),
  /**
   * What `restartAt` restarts: the server alone, unless this says all programs of the command (`a & b`), as a
   * deploy does.
   */
  restarts: v.optional(v.picklist(["server", "all"])),
};

/** Signs of the first side alone, and of the second alone. */
export const signEntries = {
  shows: v.pipe(v.array(signSchema), v.minLength(1)),
  gives: v.pipe(v.array(signSchema), v.minLength(1)),
};

/**
 * One claim of a pair: under this scenario the broken side shows the signs in `shows`, the fixed side those in
 * `gives`, neither the other's, and both those in `both`. Without `shows` it is a healthy scenario, in which the
 * broken side works too: it holds what the fixed side must not break.
 */
export const claimSchema = v.pipe(
  v.strictObject({
    ...scenarioEntries,
    broken: words,
    fixed: words,
    /** The fixed side's questions, where it has another interface. */
    fixedAsks: v.optional(v.pipe(v.array(askSchema), v.minLength(1))),
    vars: varsSchema,
    /** An environment of the lab that is not the pair's own, such as one with an older version of a package. */
    environment: v.optional(words),
    /**
     * The pair's program is a caller: it asks this app of e2e/lab/apps, which listens on `{port}`, and what it
     * prints is judged like an answer (path `stdout`; `whole` when it exits with 0). The first question's patience
     * bounds it.
     */
    serve: v.optional(words),
    /** The command, where it is not the pair's own. */
    run: v.optional(v.pipe(words, onlyPlaceholders("port", "side"))),
    through: throughSchema,
    shows: v.optional(v.array(signSchema), []),
    gives: v.optional(v.array(signSchema), []),
    /** Without a default: a record's hash is of what its claim says, and most say nothing here. */
    both: v.optional(v.pipe(v.array(signSchema), v.minLength(1))),
  }),
  v.check(
    ({ shows, both }) => shows.length > 0 || both !== undefined,
    "must name a sign of the broken side in shows, or, where that side works too, what both show in both",
  ),
  v.check(
    ({ gives, both }) => gives.length > 0 || both !== undefined,
    "must name a sign of the fixed side in gives or both",
  ),
);

export type Script = v.InferOutput<typeof scriptSchema>;
export type Ask = v.InferOutput<typeof askSchema>;
export type Claim = v.InferOutput<typeof claimSchema>;
