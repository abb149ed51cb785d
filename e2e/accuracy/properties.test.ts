/** What must not move a verdict on real incidents, and what may only move it one way. The draw is the same every time. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { knowledgeOf } from "../../lib/content/knowledge";
import { loadContent } from "../../lib/content/load";
import { readingsOf } from "../../lib/content/readings";
import { diagnose } from "../../lib/diagnosis/diagnose";
import { prepare } from "../../lib/diagnosis/prepared";
import { scoreOf } from "../../lib/diagnosis/rank";
import { situationOf } from "../../lib/diagnosis/situation";
import { findingOf } from "../../lib/evidence/finding";
import { readEvidence } from "../../lib/evidence/read";
import { tells, type Finding } from "../../lib/model/finding";
import { recordsOf } from "../../lib/tasks/records";
import { redact } from "../../lib/text/redact/redact";
import { fileOf } from "./sets";

/** Few enough for seconds, and others for each property: all 401 were tried when the properties were written down. */
const RUNS = 30;
const drawn = (seed: number) => ({ seed, numRuns: RUNS }) as const;

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const prepared = prepare(knowledge);
const readings = readingsOf(content);
const texts = ["readable", "dev"].flatMap((set) =>
  recordsOf(fileOf(set), "").flatMap(({ text }) => (typeof text === "string" ? [text] : [])),
);
const incident = fc.constantFrom(...texts);

const read = async (pieces: readonly string[]): Promise<readonly Finding[]> =>
  (
    await readEvidence(
      pieces.map((text, piece) => ({ piece, name: null, text })),
      readings,
    )
  ).findings;

/** All that a verdict ranks and asks. Where a finding stands is told in no word of it but a contradiction's. */
async function verdictOn(pieces: readonly string[]) {
  const { causes, question } = diagnose({ answers: {}, findings: await read(pieces) }, prepared);
  return { causes: causes.map(({ id, score }) => [id, score]), asks: question?.id };
}

/** Paragraphs; what stands between two code fences is of one. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  const open: string[] = [];
  let inside = false;
  for (const line of [...text.split("\n"), ""]) {
    if (/^\s{0,3}(```|~~~)/.test(line)) inside = !inside;
    if (line.trim() !== "" || inside) open.push(line);
    else if (open.length > 0) paragraphs.push(open.splice(0).join("\n"));
  }
  return open.length > 0 ? [...paragraphs, open.join("\n")] : paragraphs;
}

/** Lines that say nothing of any stream. */
const NEUTRAL = [
  "",
  "lorem ipsum dolor amet",
  "2026-01-01 12:00:00 INFO lorem ipsum dolor",
  "[lorem] ipsum: dolor",
];

test("what is redacted gives the same verdict", async () => {
  await fc.assert(
    fc.asyncProperty(incident, async (text) => {
      expect(await verdictOn([redact(text).text])).toEqual(await verdictOn([text]));
    }),
    drawn(1),
  );
});

test("lines that say nothing change no verdict between paragraphs", async () => {
  // Left out: logs of a thousand lines, as of these one line of each shape is read, and a text of so many neutral lines
  // that its log is no longer most of it.
  await fc.assert(
    fc.asyncProperty(incident, fc.constantFrom(...NEUTRAL), fc.nat(20), async (text, neutral, at) => {
      const paragraphs = paragraphsOf(text);
      const place = at % (paragraphs.length + 1);
      const more = [...paragraphs.slice(0, place), neutral, ...paragraphs.slice(place)];
      expect(await verdictOn([more.join("\n\n")])).toEqual(await verdictOn([paragraphs.join("\n\n")]));
    }),
    drawn(2),
  );
});

test("the order in which pieces are given changes no verdict", async () => {
  // Left out: findings beyond the 60 that an incident keeps; the readers do not know of that bound.
  const pieces = incident
    .map(paragraphsOf)
    .filter(({ length }) => length > 1)
    .chain((own) =>
      fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length, maxLength: own.length })),
    );
  await fc.assert(
    fc.asyncProperty(pieces, async ([own, shuffled]) => {
      expect(await verdictOn(shuffled)).toEqual(await verdictOn(own));
    }),
    drawn(3),
  );
});

/** Rules that speak for a cause, with what they answer. */
const speaking = [
  ...readings.signs,
  ...[...readings.formats, ...readings.languages].flatMap(({ rules }) => [...rules]),
]
  .map((rule) => findingOf(rule, null, rule.implies))
  .filter(tells);

/** Causes whose score this finding lowers though it speaks for them. */
function lowered(findings: readonly Finding[], more: Finding): string[] {
  const [before, after] = [findings, [...findings, more]].map((all) =>
    situationOf({ answers: {}, findings: all }, prepared),
  );
  const spokenFor = more.speaks.filter(({ weight }) => weight !== "rules-out" && weight > 0);
  return knowledge.causes
    .filter(({ id }) => spokenFor.some(({ cause }) => cause === id))
    .filter((cause) => scoreOf(cause, after!, prepared) < scoreOf(cause, before!, prepared))
    .map(({ id }) => `${more.rule} lowers ${id}`);
}

test("a finding never speaks for a cause and, by what it answers, against it", () => {
  expect(speaking.flatMap((finding) => lowered([{ ...finding, implies: {} }], finding))).toEqual([]);
});

test("more evidence for a cause never lowers its score", async () => {
  // Left out: the times that a hit gives, as they are evidence of their own about each clock; and resemblance, which is
  // no rule: it yields to harder evidence because it is weighed on its own.
  await fc.assert(
    fc.asyncProperty(
      incident,
      fc.subarray(speaking, { minLength: 60, maxLength: 60 }),
      async (text, more) => {
        const findings = await read([text]);
        expect(more.flatMap((finding) => lowered(findings, finding))).toEqual([]);
      },
    ),
    drawn(4),
  );
});
