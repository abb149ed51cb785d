/**
 * What the giver of a text says that it is: a kind for all of it (`nginx`), or kinds of its parts, each with its first and
 * last line (`3-9:nginx,12-20:lines`).
 */

/** Lines of a text, from 1, with the kind that they are. */
export interface TaggedLines {
  from: number;
  to: number;
  kind: string;
}

const KIND = "[a-z0-9][a-z0-9-]{0,79}";
const PART = new RegExp(`^(\\d{1,7})-(\\d{1,7}):(${KIND})$`);
const WHOLE = new RegExp(`^${KIND}$`);

/** The parts that a text is said to have, by their lines; none where all of it is of one kind. */
export function partsTold(as: string | null): TaggedLines[] {
  return (as ?? "").split(",").flatMap((text) => {
    const [, from, to, kind = ""] = PART.exec(text) ?? [];
    return from === undefined || Number(from) > Number(to)
      ? []
      : [{ from: Number(from), to: Number(to), kind }];
  });
}

/** Whether this says something of a text. */
export const isTold = (as: string): boolean =>
  WHOLE.test(as) || as.split(",").every((part) => partsTold(part).length === 1);

/**
 * The same with another kind for some lines; whatever was said of any of these goes.
 * @param kind null leaves them to the reader
 */
export function withPart(
  as: string | null,
  lines: Omit<TaggedLines, "kind">,
  kind: string | null,
): string | null {
  const others = partsTold(as).filter(({ from, to }) => to < lines.from || from > lines.to);
  const all = kind === null ? others : [...others, { ...lines, kind }];
  const said = all.sort((a, b) => a.from - b.from).map((one) => `${one.from}-${one.to}:${one.kind}`);
  return said.length === 0 ? null : said.join(",");
}
