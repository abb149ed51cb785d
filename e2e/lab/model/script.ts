/** What a script makes of an answer: its pieces, its text, its time. */
import type { Script } from "../../../lib/content/proof-schema";
import type { Answer } from "../../../lib/trace/signs";
import { word, wordsIn } from "../../../lib/trace/words";

/** Pieces of an answer as its script has them. */
export const piecesOf = (script: Script, caller: string): string[] =>
  script.text ?? Array.from({ length: script.tokens }, (_, number) => `${word(number, caller)} `);

/** The text of an answer, or of its tool calls' arguments. */
export const textOf = (script: Script, caller: string): string =>
  (script.tools ? script.tools.flatMap((tool) => tool.arguments) : piecesOf(script, caller)).join("");

/** Seconds that an answer takes by its script, whole. */
export function secondsOf(script: Script): number {
  const steps = script.tools
    ? script.tools.reduce((sum, tool) => sum + 1 + tool.arguments.length, 0)
    : piecesOf(script, "a").length;
  const gaps = Math.max(0, steps - 1) + (script.reasoning?.length ?? 0);
  return script.hold + script.first + gaps * script.every + (script.pause?.for ?? 0);
}

/** The finish reason of an answer that ends by itself, or null where its script leaves it out. */
export function reasonOf({ end, tools }: Script): string | null {
  if (end === "none") return null;
  return tools && end === "stop" ? "tool_calls" : end;
}

/** The answer that the first caller should get; `first` is when the model was first asked. */
export function answerOf(model: readonly Script[], first: number): Answer {
  const script = model.at(-1);
  const text = script ? textOf(script, "a") : "";
  const total = model.reduce((sum, one) => sum + secondsOf(one), 0);
  return { first, last: first + total, words: wordsIn(text, "a").length, text };
}
