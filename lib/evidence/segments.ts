/** A mixed paste cut to its pieces: what stands between code fences, runs of prose, runs of anything else. */
import type { Given, Line, Segment } from "./given";
import { linesOf } from "./lines";

/** A line that opens and closes by itself is no fence. */
const FENCE = /^\s{0,3}(```[^`]*$|~~~)/;
export const isFence = ({ text }: Line): boolean => FENCE.test(text);
/** One that names its language opens a part, even where the one before it was left open. */
const NAMED = /^\s{0,3}(```|~~~)[`~]{0,9}[ \t]{0,4}\w/;
const HEADING = /^#{1,6} \S/;
/** A guide has so many headings and so many fenced parts. */
const MANY = 3;
const DOCUMENT = /\.(md|mdx|markdown)$/i;
/** What tells of something that happened is written in the same way. */
const HAPPENED = /incident|issue|ticket|bug|post-?mortem|report|outage|problem|question/i;
/** How people tell what happened to them. */
const TOLD =
  /\b(I|my|we|our) (?:\w{1,20} ){0,3}(see|saw|get|got|tried|noticed|stream|app|users?|have an? (issue|problem))\b/i;

/** Whether a file is a guide: a document of many headings and fences, that tells nobody's own story. */
export function isGuide({ name, lines }: Segment): boolean {
  if (name === null || !DOCUMENT.test(name) || HAPPENED.test(name)) return false;
  let inside = false;
  let [fences, headings] = [0, 0];
  for (const { text } of lines) {
    if (FENCE.test(text)) {
      inside = !inside || NAMED.test(text);
      fences += inside ? 1 : 0;
    } else if (!inside && HEADING.test(text)) headings += 1;
    else if (!inside && TOLD.test(text)) return false;
  }
  return headings >= MANY && fences >= MANY;
}

/** A sentence has some words, and among them those that join others; code, configs and logs have little of that. */
const WORD = /(?<![\w.-])[A-Za-z][a-z'’]*(?![\w=:(/])/g;
const JOINING =
  /\b(?:the|an?|is|are|was|to|of|in|on|and|but|it|its|we|our|my|with|after|until|that|this|when|not|for|from|at|every|no|so|if|by|as)\b/gi;
const FEWEST_WORDS = 4;
/** So much text is a sentence even if it quotes code. */
const MANY_WORDS = 10;
const MANY_JOINING = 3;
const MACHINE =
  /[{}=<>|\\]|\);?\s*$|^\s*(#|\/\/|\$ |at |File "|-{3}|\w+:\s*$)|\d\d:\d\d:\d\d|^\s{4,}\S|[\w.]+\(.*\)\s*$|;\s*$|\b[A-Z]\w+(Error|Exception)\b:/;

/** How a statement begins that reads like a sentence. */
const STATEMENT =
  /^\s*(from [\w.]+ import |import [\w{*"']|export |return |raise |yield |async |await |def |assert )/;

/** How an interpreter joins the errors of a chain. */
const CHAINED = /^(The above exception was the direct cause|During handling of the above exception)/;

/** A line of a log: it begins with its time. */
const LOGGED = /^\W{0,3}\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/;
/** What a logger put before a line, with its time: also where it was taken off, the line is one of a log. */
const TIMED = /\d\d:\d\d:\d\d/;

/** Comments of configurations and code are sentences too, but not of the one who asks. */
const COMMENT = /^\s*(#|\/\/)\s/;

/** Whether a line is written by a person for a person. */
export function isProse(text: string): boolean {
  if (STATEMENT.test(text) || CHAINED.test(text) || LOGGED.test(text)) return false;
  const words = text.match(WORD)?.length ?? 0;
  const joining = text.match(JOINING)?.length ?? 0;
  if (words >= MANY_WORDS && joining >= MANY_JOINING) return !COMMENT.test(text);
  return words >= FEWEST_WORDS && joining > 0 && !MACHINE.test(text);
}

const DOCSTRING = /"""|'''/g;

/** Whether each line is prose. What a docstring says belongs to its code. */
export function proseIn(lines: readonly Line[]): boolean[] {
  let inside = false;
  return lines.map(({ text, before }) => {
    const quotes = text.match(DOCSTRING)?.length ?? 0;
    const belongs = inside || quotes > 0;
    if (quotes % 2 === 1) inside = !inside;
    return !belongs && !TIMED.test(before ?? "") && isProse(text);
  });
}

/** A line that is nothing but the name of the file from which the next lines are, and maybe their numbers. */
const FILE_HEADING =
  /^[\s#/=*>`-]{0,12}((?:[\w@.()[\]-]{1,80}\/){0,12}[\w.()[\]-]{1,80}\.(?:py|[cm]?[jt]sx?|vue|svelte|conf|cfg|ya?ml|toml|tf|hcl|json|ini|service))[\s:=*<`,-]{0,12}(?:\(?(?:lines? )?\d{1,5} ?[-–] ?\d{1,5}\)?[\s:=*<`-]{0,12})?$/;
const fileIn = (text: string): string | null => FILE_HEADING.exec(text)?.[1] ?? null;

/** A part of a mixed text: prose, or something that a reader may know. */
export interface Part extends Segment {
  prose: boolean;
  /** The line of the code fence above it, which may name its language, or the name of its file. */
  fence?: string;
}

/** Runs of lines of one kind; blank lines stay with what is before them, and the name of a file begins one. */
function runsOf(lines: readonly Line[], { piece, name }: Segment): Part[] {
  const parts: { prose: boolean; lines: Line[]; fence?: string }[] = [];
  const marks = proseIn(lines);
  for (const [at, line] of lines.entries()) {
    const last = parts.at(-1);
    const prose = marks[at] === true;
    const fence = fileIn(line.text);
    if (fence !== null) parts.push({ prose: false, lines: [line], fence });
    else if (last && (line.text.trim() === "" || last.prose === prose)) last.lines.push(line);
    else parts.push({ prose, lines: [line] });
  }
  return parts.map((part) => ({ ...part, piece, name, fenced: false }));
}

/** The parts of a piece, cut at code fences. What stands between two of them is one part, and never prose. */
export function partsOf(whole: Segment): Part[] {
  const parts: Part[] = [];
  let open: Line[] = [];
  let inside = false;
  let fence = "";
  const close = () => {
    if (inside) parts.push({ ...whole, lines: open, fenced: true, prose: false, fence });
    else for (const run of runsOf(open, whole)) parts.push(run);
    open = [];
  };
  for (const line of whole.lines) {
    if (!FENCE.test(line.text)) open.push(line);
    else {
      close();
      inside = !inside || NAMED.test(line.text);
      fence = line.text;
    }
  }
  close();
  return parts.filter((part) => part.lines.some(({ text }) => text.trim() !== ""));
}

/** The whole piece as one segment. */
export const wholeOf = (given: Given): Segment => ({
  piece: given.piece,
  name: given.name,
  lines: linesOf(given.text),
  fenced: false,
});

/** Where one document of a file ends and the next begins. */
const BETWEEN = /^---\s*(#.*)?$/;

/** The documents of a file of several; each is a thing of its own. */
export function documentsOf(whole: Segment): Segment[] {
  const documents: Line[][] = [[]];
  for (const line of whole.lines)
    if (BETWEEN.test(line.text)) documents.push([]);
    else documents.at(-1)?.push(line);
  return documents
    .filter((lines) => lines.some(({ text }) => text.trim() !== ""))
    .map((lines) => ({ ...whole, lines }));
}

/** A name whose text stands below it, deeper: `nginx.conf: |`. */
const HOLDS = /^(\s*)(?:- )?["']?([\w./-]{1,200})["']?:\s*[|>][-+\d]{0,2}\s*$/;
/** Names of files; what has no ending is a setting, if it is no file that is known by its whole name. */
const FILE_NAME = /\.\w{1,12}$|file$/;
const indentOf = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0;

/** Files that a document holds as texts, without their indentation. Settings of a few lines are no file. */
export function embeddedIn(document: Segment): Segment[] {
  const found: Segment[] = [];
  document.lines.forEach(({ text }, at) => {
    const [, indent, name = ""] = HOLDS.exec(text) ?? [];
    if (indent === undefined || /snippet$/.test(name) || !FILE_NAME.test(name)) return;
    const below = document.lines.slice(at + 1);
    const end = below.findIndex((line) => line.text.trim() !== "" && indentOf(line.text) <= indent.length);
    const lines = end === -1 ? below : below.slice(0, end);
    const full = lines.filter((line) => line.text.trim() !== "");
    const depth = full.reduce((least, line) => Math.min(least, indentOf(line.text)), Infinity);
    if (lines.length < 3 || !Number.isFinite(depth)) return;
    found.push({
      ...document,
      name,
      lines: lines.map((line) => ({ ...line, text: line.text.slice(depth) })),
    });
  });
  return found;
}
