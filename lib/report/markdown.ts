/** Text as Markdown: whatever a text holds, it reads as that text and as nothing else. */

/** What Markdown, and the trackers that read it, take for more than a character. */
const SPECIAL = /[\\`*_[\]<>|~&@$!#]/g;
/** What makes a list, a heading or a quote at the begin of a line. */
const OPENER = /^(?:[-+=:]|\d{1,9}(?=[.)]))/;

/** One line, without control characters and without marks that turn the direction of writing. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .trim();
}

/** Addresses, which readers of Markdown turn into links although they are escaped, and mentions. */
const LINKED = /(\S*(?::\/\/|www\.|@)\S*)/i;

const escaped = (line: string): string => line.replaceAll(SPECIAL, "\\$&");
const atBegin = (line: string): string =>
  line.replace(OPENER, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));

/** A text, escaped: no emphasis, no link, no mention, no HTML, no new line. Addresses in it stand as code. */
export function md(text: string): string {
  return atBegin(
    oneLine(text)
      .split(LINKED)
      .map((part, at) => (at % 2 === 1 ? mdCode(part) : escaped(part)))
      .join(""),
  );
}

/** A code span that holds any text. */
export function mdCode(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  const fence = "`".repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = fence.length > 1 || /^ | $/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A sentence of the knowledge: plain words and code spans. */
export function mdSays(text: string): string {
  const parts = text.split("`");
  // A code span that never ends is a backtick.
  if (parts.length % 2 === 0) return md(text);
  return atBegin(
    parts
      .map((part, at) => (at % 2 === 1 ? mdCode(part) : escaped(part.replaceAll(/\s+/g, " "))))
      .join("")
      .trim(),
  );
}

/** A link; an address that is not of the web stands as code. */
export function mdLink(text: string, address: string): string {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return `${md(text)}: ${mdCode(address)}`;
  return `[${md(text)}](<${address.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`;
}
