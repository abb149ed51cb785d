/** What a way of writing an answer has to give. Events are objects that become JSON, one each. */
import type { Script } from "../../../lib/content/proof-schema";

export type ToolCall = NonNullable<Script["tools"]>[number];

export interface Format {
  /** Events before the first piece of the answer. */
  start: () => unknown[];
  piece: (text: string) => unknown[];
  /** A piece of reasoning, where it is shown at all. */
  thought: (text: string) => unknown[];
  /**
   * The events of a tool call, in groups that leave at the script's pace; `index` is its place among the
   * calls.
   */
  tool: (call: ToolCall, index: number) => unknown[][];
  /** Events after the last piece; `null` as reason: it ends without one. */
  finish: (reason: string | null) => unknown[];
  /** The answer in one object, for those who do not stream. */
  whole: (text: string, calls: readonly ToolCall[], reason: string) => unknown;
  error: (message: string) => unknown[];
  /** The last line of the stream, where there is one. */
  done: string | null;
}

/** The second at which each answer says that it was made. */
export const CREATED = 1_760_000_000;
export const callId = (index: number): string => `call_lab${index}`;
