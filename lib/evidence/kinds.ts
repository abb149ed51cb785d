/** Which format or language a text is: by its content, and by its name where it has one. */
import type { Format, Language, Readings } from "../model/reading";
import { patternOf } from "./patterns";

/** What is needed to be taken for a kind: two things that speak for it, of which the file's name may be one. */
const ENOUGH = 2;
/** Where no name and little text helps: no kind is told from less. */
const SAMPLE = 60_000;

/** The beginning of a text without long runs of blanks: in them, a pattern that begins with blanks would run for ever. */
const sampleOf = (text: string): string =>
  text
    .slice(0, SAMPLE)
    .replace(/\n[ \t\r]*(?=\n)/g, "")
    .replace(/[ \t]{200,}/g, (run) => run.slice(0, 200));

type Known = Pick<Format | Language, "names" | "has" | "hasNot">;

const matches = (patterns: readonly string[], text: string): number =>
  patterns.filter((pattern) => patternOf(pattern, "im").test(text)).length;

/** How much speaks for a kind. A fence that names it speaks less than a file's name: logs are put below one too. */
function likeness(
  { names, has, hasNot }: Known,
  name: string | null,
  sample: string,
  fence: string | null,
): number {
  if (matches(hasNot, sample) > 0) return 0;
  const inside = matches(has, sample);
  const named = name !== null && matches(names, name) > 0 ? 2 : 0;
  const fenced = fence !== null && matches(names, fence) > 0 ? 1 : 0;
  return named + fenced + inside;
}

export type Kind = { is: "format"; format: Format } | { is: "language"; language: Language };

/**
 * The likeliest kind of a text, or null.
 * @param fence the line of the code fence above it
 */
export function kindOf(
  name: string | null,
  text: string,
  { formats, languages }: Readings,
  fence: string | null = null,
): Kind | null {
  const sample = sampleOf(text);
  const candidates: (Kind & { score: number })[] = [
    ...formats.map((format) => ({
      is: "format" as const,
      format,
      score: likeness(format, name, sample, fence),
    })),
    ...languages.map((language) => ({
      is: "language" as const,
      language,
      score: likeness(language, name, sample, fence),
    })),
  ];
  const [best] = candidates.sort((a, b) => b.score - a.score);
  return best && best.score >= ENOUGH ? best : null;
}

/** The kind of an id, or null. */
export function kindNamed(id: string, { formats, languages }: Readings): Kind | null {
  const format = formats.find((one) => one.id === id);
  if (format) return { is: "format", format };
  const language = languages.find((one) => one.id === id);
  return language ? { is: "language", language } : null;
}
