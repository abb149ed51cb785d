/** The lines of texts that may leave the page on purpose: those with findings and a little around, redacted. */
import { windowsOf } from "../windows";
import { Pseudonyms, redact, redactName, type Replacement } from "./redact";

export interface Source {
  name: string | null;
  text: string;
  /** Numbers of the lines with findings, from 1. */
  lines: readonly number[];
}

export interface Excerpt {
  /** What its giver calls it. Only ever shown on the page itself. */
  called: string | null;
  name: string | null;
  parts: readonly { from: number; text: string }[];
  replacements: readonly Replacement[];
}

/** A secret over several lines is known by its beginning or end: so many lines around are looked at too. */
const MARGIN = 200;
/** A report is read by people. */
const MOST_WINDOWS = 20;

interface Part {
  from: number;
  text: string;
  replacements: readonly Replacement[];
}

function partOf(all: readonly string[], from: number, to: number, names: Pseudonyms): Part {
  const first = Math.max(1, from - MARGIN);
  const { text, replacements } = redact(all.slice(first - 1, to + MARGIN).join("\n"), names);
  return {
    from,
    text: text
      .split("\n")
      .slice(from - first, to - first + 1)
      .join("\n"),
    replacements: replacements
      .map((one) => ({ ...one, line: one.line + first - 1 }))
      .filter(({ line }) => line >= from && line <= to),
  };
}

/** Excerpts of texts that leave together: one host has one name in all of them. A text without findings has none. */
export function excerptsOf(sources: readonly Source[]): Excerpt[] {
  const names = new Pseudonyms(sources.map(({ text }) => text));
  return sources
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, text, lines }) => {
      const all = text.split(/\r?\n/);
      const parts = windowsOf(lines, all.length)
        .slice(0, MOST_WINDOWS)
        .map(({ from, to }) => partOf(all, from, to, names));
      return {
        called: name,
        name: name === null ? null : redactName(name, names),
        parts: parts.map(({ from, text: part }) => ({ from, text: part })),
        replacements: parts.flatMap(({ replacements }) => replacements),
      };
    });
}
