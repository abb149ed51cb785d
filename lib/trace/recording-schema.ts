/**
 * What is kept of a stream that was watched: arrivals as a caller got them, and calls as the model endpoint
 * saw them.
 */
import * as v from "valibot";

const seconds = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What came in one go. */
export const arrivalSchema = v.strictObject({
  /** Seconds after the question. */
  at: seconds,
  bytes: count,
  /** Words of the answer in it. */
  words: count,
  /** Whether it was only comment lines. */
  comment: v.boolean(),
});

/** What one caller saw. */
export const heardSchema = v.strictObject({
  path: v.string(),
  /** Asked by a page in a browser. */
  browser: v.optional(v.picklist(["fetch", "eventsource"])),
  /** Seconds after the run began at which it asked. */
  asked: seconds,
  /** `null`: no answer, or nothing that has a status. */
  status: v.nullable(v.number()),
  headers: v.record(v.string(), v.string()),
  arrivals: v.array(arrivalSchema),
  /** Seconds after the question at which it was over. */
  end: seconds,
  ended: v.picklist(["whole", "cut", "left", "patience", "refused"]),
  error: v.nullable(v.string()),
});

/** What the model endpoint saw of one call. */
export const calledSchema = v.strictObject({
  /** Seconds after the run began at which it was asked. */
  asked: seconds,
  path: v.string(),
  stream: v.boolean(),
  words: count,
  /** Seconds after the run began; `null`: still open when the run was over. */
  end: v.nullable(seconds),
  /** `cut`: the model itself broke off, as its script says. */
  ended: v.picklist(["whole", "caller-left", "open", "refused", "cut"]),
});

export type Arrival = v.InferOutput<typeof arrivalSchema>;
export type Heard = v.InferOutput<typeof heardSchema>;
export type Called = v.InferOutput<typeof calledSchema>;
