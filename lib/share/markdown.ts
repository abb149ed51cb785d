/** Texts as good Markdown: what a document says stays what it says, whatever signs stand in it. */

/** A part of a sentence: plain words, code, strong words, a link. */
export type Inline = string | { code: string } | { strong: string } | { link: string; href: string };
export type Words = readonly Inline[];

/**
 * Signs that Markdown reads as its own, within a line. A dot or a bracket in words stays as it is, and so
 * does `_` within a name.
 */
const SIGNS = /[\\`*[\]<>~|]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])/g;

const onOneLine = (text: string): string => text.replace(/\s+/g, " ");

/** Plain words: nothing in them becomes a heading, a list, emphasis, HTML or a link. */
export function escaped(text: string): string {
  return onOneLine(text)
    .replace(SIGNS, "\\$&")
    .replace(
      /^(\s*)([#+-]|\d+[.)])(?=\s)/,
      (_, space: string, sign: string) =>
        `${space}${sign.length > 1 ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign}`}`,
    )
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** The longest run of backticks in a text. */
const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** Code within a line, fenced by one backtick more than it holds. */
export function codeSpan(code: string): string {
  const text = onOneLine(code);
  const fence = "`".repeat(longestRun(text) === 0 ? 1 : longestRun(text) + 1);
  const pad =
    text.startsWith("`") ||
    text.endsWith("`") ||
    (text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "")
      ? " "
      : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A block of code, fenced by one backtick more than the longest run in it. */
export function codeBlock(code: string, lang: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${lang.replace(/[^\w+#.-]/g, "")}\n${code.replace(/\r\n?/g, "\n").replace(/\n+$/, "")}\n${fence}`;
}

/** A link; what would end its address early is escaped. */
export function link(text: string, href: string): string {
  const address = href
    .replace(/[\s<>]/g, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
    .replaceAll("\\", "%5C");
  return `[${escaped(text)}](${address})`;
}

/** The words of a sentence of the knowledge, which has code spans and nothing else. */
export const sentenceWords = (text: string): Words =>
  text
    .split("`")
    .map((part, at): Inline => (at % 2 === 1 ? { code: part } : part))
    .filter((part) => part !== "");

function written(inline: Inline): string {
  if (typeof inline === "string") return escaped(inline);
  if ("code" in inline) return codeSpan(inline.code);
  if ("strong" in inline) return inline.strong.trim() === "" ? "" : `**${escaped(inline.strong.trim())}**`;
  return link(inline.link, inline.href);
}

/** One line of Markdown. */
export function line(words: Words): string {
  return onOneLine(words.map(written).join("")).trim();
}

/** A list, one line an item; nothing where there is none. */
export function list(items: readonly Words[], ordered = false): string {
  return items
    .map((item) => line(item))
    .filter((text) => text !== "")
    .map((text, at) => `${ordered ? `${at + 1}.` : "-"} ${text}`)
    .join("\n");
}

/** Blocks, parted by an empty line, without those that are empty. */
export function blocks(parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => part !== false && part !== undefined && part !== "").join("\n\n")}\n`;
}
