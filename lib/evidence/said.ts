/** What people say in words: it counts, and is nothing that was found at a line. */
import type { Finding } from "../model/finding";
import type { Line } from "./given";
import { proseIn } from "./segments";

/** An error with its class before it, as interpreters print it: it reads like a sentence, and nobody says it. */
const RAISED =
  /^\s*(?:sys:\d+: )?(?:[A-Za-z_]\w{0,60}\.){0,12}[A-Z]\w{0,80}(?:Error|Exception|Warning|Timeout): /;

/** Findings in what people say in words, about their case or in passing. */
export function asSaid(findings: readonly Finding[], lines: readonly Line[]): Finding[] {
  return findings.map((finding) => {
    const { origin } = finding;
    if (origin.kind !== "text") return finding;
    const text = lines.find(({ number }) => number === origin.line)?.text ?? "";
    return RAISED.test(text) ? finding : { ...finding, origin: { ...origin, said: true } };
  });
}

const STREAM_ASKED =
  /\b(?:stream(?:s|ed|ing)?|(?:token|word|piece|letter|chunk) by (?:token|word|piece|letter|chunk)|tokens?|word for word|one by one|typewriter)\b/i;

/** Whether what people write among the lines asks for a stream. */
export function asksForStream(lines: readonly Line[]): boolean {
  const marks = proseIn(lines);
  return lines.some(({ text }, at) => marks[at] === true && STREAM_ASKED.test(text));
}
