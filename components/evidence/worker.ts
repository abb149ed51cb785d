/**
 * Reads pasted text beside the page, so that the page never waits. It gets texts and rules as messages and sends
 * findings back; it asks for nothing but the readers of the formats that come.
 */
import { mendOf } from "@/lib/evidence/mend";
import { PLAIN_KINDS } from "@/lib/evidence/part";
import { unpacked } from "@/lib/evidence/packed";
import { unpackedWords } from "@/lib/evidence/packed-words";
import { readEvidence } from "@/lib/evidence/read";
import { restored } from "@/lib/evidence/restore";
import { isAgainst, type Finding } from "@/lib/model/finding";
import { foundOf, foundText, readFound } from "@/lib/model/found";
import type { Readings, Resemblance } from "@/lib/model/reading";
import { windowsOf } from "@/lib/text/windows";
import { inLines, linesIn, shortLine } from "./lines";
import type { Asked, Placed, Restored, Told } from "./protocol";

/** Ways to send something: a worker is not under the policy that its page states, so it gives them up by itself. */
for (const name of [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "Request",
])
  Object.defineProperty(globalThis, name, { value: undefined });

const say = (told: Told): void => postMessage(told);

let readings: Readings | null = null;

const NO_WORDS: Resemblance = { causes: [], terms: {} };
let giveWords: (words: Resemblance) => void = () => undefined;
let words: Promise<Resemblance> | null = null;

/** The page fetches them, once. */
const wordsWanted = (): Promise<Resemblance> =>
  (words ??= new Promise((resolve) => {
    giveWords = resolve;
    say({ is: "words wanted" });
  }));

function take(text: string | null): void {
  giveWords(text === null ? NO_WORDS : unpackedWords(text));
  // What did not come is asked for again with the next text.
  if (text === null) words = null;
}

function restoredFrom(kept: readonly string[], rules: Readings): Restored[] {
  const known = kept.map((text) => ({ text, found: readFound(text) }));
  const findings = restored(
    known.flatMap(({ found }) => found ?? []),
    rules,
  );
  let at = 0;
  return known.map(({ text, found }) => {
    const finding = found === null ? null : (findings[at] ?? null);
    if (found !== null) at += 1;
    return { kept: text, finding };
  });
}

/** How the text is mended at a finding that speaks for a cause. */
function mendFor(
  { rule: id, speaks }: Finding,
  lines: readonly string[],
  line: number,
  { formats }: Readings,
) {
  const rule = formats.flatMap(({ rules }) => rules).find((one) => one.id === id);
  const speaksFor = speaks.some(({ weight }) => !isAgainst(weight));
  return rule && speaksFor ? mendOf(rule, lines, line) : null;
}

async function answer(asked: Exclude<Asked, { is: "rules" | "words" }>, rules: Readings): Promise<void> {
  const { id } = asked;
  if (asked.is === "restore") {
    say({ is: "restored", id, restored: restoredFrom(asked.found, rules) });
    return;
  }
  const { name, text, as, route } = asked;
  const { findings, taken, cut } = await readEvidence([{ piece: id, name, text, as, route }], rules);
  const lines = linesIn(text);
  const placed = findings.flatMap((finding): Placed[] => {
    if (finding.origin.kind !== "text") return [];
    const { line } = finding.origin;
    return [{ finding, kept: foundText(foundOf(finding)), line, mend: mendFor(finding, lines, line, rules) }];
  });
  const kept = [...new Set(placed.map((one) => one.kept))];
  const numbers = inLines(placed, taken).map(({ line }) => line);
  const shown = windowsOf(numbers, lines.length).map(({ from, to }) => ({
    from,
    lines: lines.slice(from - 1, to).map(shortLine),
  }));
  const reading = { taken, placed, total: lines.length, shown, cut };
  say({ is: "read", id, reading, restored: restoredFrom(kept, rules) });
}

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if (data.is === "rules") {
    readings = { ...unpacked(data.text), words: wordsWanted };
    const { formats, languages } = readings;
    const kinds = [...formats, ...languages].map(({ id, name }) => ({ id, name }));
    say({ is: "kinds", kinds: [...kinds, ...PLAIN_KINDS] });
    return;
  }
  if (data.is === "words") {
    take(data.text);
    return;
  }
  if (readings === null) {
    say({ is: "failed", id: data.id });
    return;
  }
  answer(data, readings).catch(() => {
    say({ is: "failed", id: data.id });
  });
});
