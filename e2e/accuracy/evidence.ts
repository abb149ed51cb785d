/** How well evidence is read: findings at their lines and answers, on items that were written by authors who had not seen the rules. */
import { knowledgeOf } from "../../lib/content/knowledge";
import type { Content } from "../../lib/content/load";
import { readingsOf } from "../../lib/content/readings";
import { labelOf, labelsOfAnswers } from "../../lib/diagnosis/labels";
import { prepare } from "../../lib/diagnosis/prepared";
import { situationOf } from "../../lib/diagnosis/situation";
import { readEvidence } from "../../lib/evidence/read";
import { givenIn, printed, type Printed } from "../../lib/evidence/record";

export interface Item extends Readonly<Record<string, unknown>> {
  id: string;
  kind: string;
  /** Holds what breaks a stream; looks as if it did; or nothing of the kind. */
  class: "hit" | "near" | "harmless";
  /** What has to be found, and what may be. */
  findings: readonly Printed[];
  also?: readonly Printed[];
  answers: Readonly<Record<string, unknown>>;
}

export interface Read {
  item: Item;
  /** Wanted findings that are there, and that are not. */
  hits: readonly Printed[];
  missed: readonly Printed[];
  /** Findings that nobody wants. */
  wrong: readonly Printed[];
  /** Findings in all. */
  found: number;
  /** Answers that were read rightly, wrongly, and not at all. */
  answers: { right: number; wrong: readonly string[]; missed: readonly string[] };
}

/** The same cause, for or against it, within a line. */
const isSame = (a: Printed, b: Printed): boolean =>
  a.file === b.file && a.cause === b.cause && a.speaks === b.speaks && Math.abs(a.line - b.line) <= 1;

const listed = (value: unknown): string => [value].flat().map(String).join(",");

/** @returns what was read of each item, in their order */
export async function readItems(items: readonly Item[], content: Content): Promise<Read[]> {
  const knowledge = knowledgeOf(content);
  const prepared = prepare(knowledge);
  const readings = readingsOf(content);
  const labels = new Map(knowledge.causes.map((cause) => [cause.id, labelOf(cause)]));
  const read: Read[] = [];
  for (const item of items) {
    const { findings } = await readEvidence(givenIn(item) ?? [], readings);
    const found = printed(findings, (cause) => labels.get(cause) ?? null);
    const understood = labelsOfAnswers(situationOf({ answers: {}, findings }, prepared).answers, knowledge);
    const wanted = [...item.findings, ...(item.also ?? [])];
    const wrong: string[] = [];
    const missed: string[] = [];
    let right = 0;
    for (const [key, value] of Object.entries(item.answers)) {
      const said = understood[key];
      if (said === undefined) missed.push(key);
      else if (listed(said) === listed(value)) right += 1;
      else wrong.push(`${key}=${listed(said)}, not ${listed(value)}`);
    }
    read.push({
      item,
      hits: item.findings.filter((one) => found.some((other) => isSame(one, other))),
      missed: item.findings.filter((one) => !found.some((other) => isSame(one, other))),
      wrong: found.filter((one) => !wanted.some((other) => isSame(one, other))),
      found: found.length,
      answers: { right, wrong, missed },
    });
  }
  return read;
}
