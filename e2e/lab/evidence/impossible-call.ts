/** What of one caller's answer cannot have been: numbers that contradict each other, its text or its question. Pure. */
import type { Ask } from "../../../lib/content/proof-schema";
import { wordsIn } from "../../../lib/trace/words";
import type { Run } from "./schema";
import { restored } from "./text";

/** Times are rounded to the millisecond, and clocks of two processes are read one after the other. */
export const SLACK_S = 0.03;

type Call = Run["calls"][number];

/** Whether the bytes are those of the text: not where it was compressed, taken from a page or in frames of a WebSocket. */
const isPlain = ({ heard }: Call, ask: Ask | undefined): boolean =>
  heard.headers["content-encoding"] === undefined && heard.browser === undefined && ask?.websocket !== true;

/** What the arrivals of a call say of its text. */
function ofArrivals(call: Call, ask: Ask | undefined): string[] {
  const text = restored(call.text);
  const words = call.arrivals.reduce((sum, [, , one]) => sum + one, 0);
  const found: string[] = [];
  if (words !== wordsIn(text, call.caller).length)
    found.push("its arrivals bring other words than its text has");
  const bytes = call.arrivals.reduce((sum, [, one]) => sum + one, 0);
  if (isPlain(call, ask) && bytes !== Buffer.byteLength(text))
    found.push("its arrivals bring other bytes than its text has");
  if (isPlain(call, ask) && bytes === Buffer.byteLength(text)) found.push(...ofEach(call, Buffer.from(text)));
  return found;
}

/** What each arrival says, held against its own bytes of the text. */
function ofEach({ arrivals, caller }: Call, text: Buffer): string[] {
  let [from, words] = [0, 0];
  for (const [at, bytes, own, comment] of arrivals) {
    const part = text.subarray(from, from + bytes).toString();
    from += bytes;
    const all = wordsIn(text.subarray(0, from).toString(), caller).length;
    if (all - words !== own)
      return [`its arrival at ${at} s has ${all - words} words, and is said to have ${own}`];
    words = all;
    const quiet = part.split("\n").every((line) => line === "" || line.startsWith(":"));
    if (comment && !quiet) return [`its arrival at ${at} s is said to be a comment alone`];
  }
  return [];
}

/** What the times of a call say. */
function ofTimes({ arrivals, heard }: Call): string[] {
  const times = arrivals.map(([at]) => at);
  const ordered = times.every((at, index) => index === 0 || at > (times[index - 1] ?? 0));
  const last = times.at(-1) ?? 0;
  return [
    ...(ordered ? [] : ["its arrivals are not in order"]),
    ...(last <= heard.end + SLACK_S ? [] : ["it ended before its last arrival"]),
  ];
}

/** What the end of a call says beside its question. */
function ofEnd({ heard, arrivals }: Call, ask: Ask | undefined): string[] {
  const found: string[] = [];
  if (heard.ended === "left" && ask?.leave === undefined)
    found.push("its caller left, which no question says");
  if (heard.ended === "left" && heard.end < (ask?.leave ?? 0) - SLACK_S)
    found.push("its caller left too early");
  if (heard.ended === "patience" && heard.end < (ask?.patience ?? 0) - SLACK_S)
    found.push("its caller gave up too early");
  if (heard.ended === "refused" && arrivals.length > 0) found.push("it was refused, and something arrived");
  return found;
}

/** Whether a call is the answer to this question. */
function ofQuestion({ heard }: Call, ask: Ask | undefined): string[] {
  if (!ask || heard.path === "stdout") return [];
  const path = ask.follow === undefined ? ask.path : `${ask.path} → ${ask.follow}`;
  return [
    ...(heard.path === path ? [] : [`it asked ${heard.path}, and the question is ${path}`]),
    ...(heard.browser === ask.browser
      ? []
      : ["it was asked by another sort of caller than its question says"]),
  ];
}

/** What of a call cannot have been: one sentence each. */
export const impossibleCall = (call: Run["calls"][number], ask: Ask | undefined): string[] => [
  ...ofArrivals(call, ask),
  ...ofTimes(call),
  ...ofEnd(call, ask),
  ...ofQuestion(call, ask),
];
