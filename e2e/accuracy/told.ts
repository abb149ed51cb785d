/** What is measured, as lines of a terminal. */
import type { Hits, HitsOf, ReadCounts, VerdictCounts } from "../../lib/model/accuracy";
import type { Read } from "./evidence";
import { readCounts, share, type Scored } from "./figures";
import { GIVEN } from "./verdicts";

const number = (value: number) => value.toFixed(3);

function tellHits(name: string, { count, first, three, acceptedFirst, acceptedThree }: Hits): void {
  const of = (part: number) => number(share(part, count));
  console.log(
    `${name.padEnd(34)} ${String(count).padStart(4)}  confirmed first ${of(first)}, in three ${of(three)}  accepted first ${of(acceptedFirst)}, in three ${of(acceptedThree)}`,
  );
}

function tellBy(name: string, rows: readonly HitsOf[]): void {
  console.log(`by ${name}:`);
  for (const row of rows) tellHits(`  ${row.id ?? "not said"}`, row);
}

export function tellVerdicts(counts: VerdictCounts): void {
  for (const given of GIVEN) tellHits(given, counts[given]);
  const { unsure, calibration, causes, symptoms, frameworks, confusions } = counts;
  console.log(`  not enough to tell: ${unsure.count}, with an accepted cause first: ${unsure.right}`);
  for (const { count, claimed, right } of calibration)
    console.log(`  claimed ${number(claimed)}, right ${number(share(right, count))} (${count})`);
  tellBy("cause", causes);
  tellBy("symptom", symptoms);
  tellBy("framework", frameworks);
  console.log("first in place of the confirmed cause:");
  for (const { gold, first, count } of confusions)
    console.log(`  ${first ?? "nothing"} for ${gold}: ${count}`);
}

/** Each incident whose first cause is not an accepted one. */
export function tellWrong(all: readonly Scored[]): void {
  for (const { incident, gold, causes, enough } of all.filter(({ accepted }) => accepted > 1))
    console.log(
      `  ${incident.id}: ${incident.gold} at ${gold}; ${causes.slice(0, 3).join(", ")}${enough ? "" : " (not enough)"}`,
    );
}

function tellRead(name: string, counts: ReadCounts): void {
  const { count, wanted, hits, found, wrong, harmless, alarms } = counts;
  const { answersRight: right, answersWrong, answersMissed } = counts;
  const read = right + answersWrong;
  console.log(
    `${name.padEnd(34)} ${String(count).padStart(4)}  recall ${number(share(hits, wanted, 1))}, precision ${number(1 - share(wrong, found))}, false alarms ${number(share(alarms, harmless))}  answers right ${number(share(right, read, 1))}, read ${number(share(read, read + answersMissed, 1))}`,
  );
}

/** How well a set of texts was read, and each kind of text in it. */
export function tellReading(all: readonly Read[]): void {
  tellRead("all", readCounts(all));
  for (const kind of [...new Set(all.map(({ item }) => item.kind))].sort())
    tellRead(`  ${kind}`, readCounts(all.filter(({ item }) => item.kind === kind)));
}

/** Each finding and answer that was missed or is not wanted. */
export function tellMisread(all: readonly Read[]): void {
  for (const { item, missed, wrong, answers } of all) {
    for (const { file: at, line, cause, speaks } of missed)
      console.log(`  ${item.id}: missed ${at}:${line} ${speaks} ${cause}`);
    for (const { file: at, line, cause, speaks } of wrong)
      console.log(`  ${item.id}: not wanted ${at}:${line} ${speaks} ${cause}`);
    for (const answer of answers.wrong) console.log(`  ${item.id}: ${answer}`);
    for (const key of answers.missed) console.log(`  ${item.id}: ${key} not read`);
  }
}
