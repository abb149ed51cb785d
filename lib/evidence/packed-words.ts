/**
 * Words of solved incidents as they travel to the browser: a column each for terms, for how rare they are and for what
 * they weigh, as a letter a number. Like stands beside like, so that it is half as long, zipped, as it is as JSON.
 */
import { WORD_STEPS, type Resemblance } from "../model/reading";

/** A term begins with how many letters it shares with the one before: `A` for none. */
const SHARED = "A".charCodeAt(0);
const MOST_SHARED = 25;
const SHARED_PART = /([A-Z])([^A-Z]*)/g;
/** A whole number from 0. */
const NUMBER = "(".charCodeAt(0);
/** Terms between two that weigh something for a cause; a `~` stands for so many more. */
const FAR = 80;
const FURTHER = "~";
/** Steps up from the first letter on, steps down before it. */
const STEP = "P".charCodeAt(0);

const letter = (from: number, value: number): string => String.fromCharCode(from + value);
const numberAt = (text: string, at: number): number => text.charCodeAt(at) - NUMBER;

/** A weight as its place among the steps, negative for a weight below nothing; nothing has none. */
const stepOf = (weight: number): string =>
  letter(STEP, Math.sign(weight) * (WORD_STEPS.indexOf(Math.abs(weight)) + 1));

function weightAt(text: string, at: number): number {
  const step = text.charCodeAt(at) - STEP;
  return Math.sign(step) * (WORD_STEPS[Math.abs(step) - 1] ?? 0);
}

function packedTerms(terms: readonly string[]): string {
  let before = "";
  return terms
    .map((term) => {
      let shared = 0;
      while (shared < MOST_SHARED && shared < before.length && term[shared] === before[shared]) shared += 1;
      before = term;
      return letter(SHARED, shared) + term.slice(shared);
    })
    .join("");
}

function unpackedTerms(text: string): string[] {
  let before = "";
  return [...text.matchAll(SHARED_PART)].map(([, shared = "", rest = ""]) => {
    before = before.slice(0, shared.charCodeAt(0) - SHARED) + rest;
    return before;
  });
}

/** What the terms weigh for one cause: how many lie between, and the steps. */
function packedColumn(rows: readonly (readonly number[])[], place: number): [gaps: string, steps: string] {
  let gaps = "";
  let steps = "";
  let gap = 0;
  for (const row of rows) {
    const at = row.findIndex((value, index) => index >= 2 && index % 2 === 0 && value === place);
    if (at === -1) gap += 1;
    else {
      gaps += FURTHER.repeat(gap / FAR) + letter(NUMBER, gap % FAR);
      steps += stepOf(row[at + 1] ?? 0);
      gap = 0;
    }
  }
  return [gaps, steps];
}

/** Words as a text. Terms have no capital letters and no line ends, and each weight is one of `WORD_STEPS`. */
export function packedWords({ causes, terms }: Resemblance): string {
  const rows = Object.values(terms);
  const columns = causes.map((_, place) => packedColumn(rows, place));
  return [
    causes.join(" "),
    packedTerms(Object.keys(terms)),
    rows.map(([rare = 0]) => letter(NUMBER, rare)).join(""),
    rows.map(([, plain = 0]) => stepOf(plain)).join(""),
    ...columns.map(([gaps]) => gaps),
    ...columns.map(([, steps]) => steps),
  ].join("\n");
}

/** The words of a text that `packedWords` made. */
export function unpackedWords(text: string): Resemblance {
  const [names = "", packed = "", rare = "", plain = "", ...columns] = text.split("\n");
  const causes = names.split(" ");
  const terms = unpackedTerms(packed);
  const rows = terms.map((_, at) => [numberAt(rare, at), weightAt(plain, at)]);
  for (const place of causes.keys()) {
    const steps = columns[causes.length + place] ?? "";
    let at = -1;
    let count = 0;
    for (const one of columns[place] ?? "") {
      at += one === FURTHER ? FAR : numberAt(one, 0) + 1;
      if (one !== FURTHER) rows[at]?.push(place, weightAt(steps, count++));
    }
  }
  return { causes, terms: Object.fromEntries(terms.map((term, at) => [term, rows[at] ?? []])) };
}
