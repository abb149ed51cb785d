/** From text to terms: the same for what is searched and for what is asked. */

/**
 * What differs from run to run in a log or a traceback, and says nothing: times, addresses, ids, paths, colours.
 * Each pattern is linear in the length of a line, as anybody can paste anything.
 */
const NOISE: readonly RegExp[] = [
  // Colours of a terminal.
  /\u001b\[[0-9;]*[A-Za-z]/g,
  // What no keyboard writes.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g,
  // Who asked for what, and where, as servers add it to a line.
  /\b(client|server|host|upstream|referrer|request): ?("[^"\n]{0,2000}"|[^\s,]+)/g,
  /"(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) [^"\n]{0,2000}"/g,
  /^[ \t]*File "[^"\n]*", line \d+.*$/gm,
  /^[ \t]*at .{0,400}:\d+:\d+\)?$/gm,
  /^[ \t]*[~^]+[ \t]*$/gm,
  /https?:\/\/\S+/g,
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([.,]\d+)?(Z|[+-]\d\d:?\d\d)?/g,
  /\b\d{4}[-/]\d\d[-/]\d\d\b/g,
  /\b\d{1,2}:\d\d:\d\d([.,]\d+)?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b(0x)?(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/gi,
  /\b0x[0-9a-f]+\b/gi,
  /\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g,
  /(^|[\s"'(=[])(~|\.{0,2})?\/[\w.@+-]+(\/[\w.@+-]*)+(:\d+)?/g,
  /\b[A-Za-z]:\\\S+/g,
  /\bpid:? ?\d+|\[\d{2,}\]/gi,
];

/** Longer than any error line or traceback that somebody would read. */
export const MOST_CHARACTERS = 20_000;

/** Lines of a log that speak of trouble. */
const TROUBLE =
  /error|exception|fail|timed? ?out|timeout|abort|reset|refused|closed|critical|fatal|killed|panic/i;

/** Of a very long text: the end, and as many of the lines before that speak of trouble. */
export function gist(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  const early = [
    ...new Set(
      text
        .slice(0, -half)
        .split("\n")
        .map((line) => line.slice(0, 500))
        .filter((line) => TROUBLE.test(line)),
    ),
  ];
  return `${early.join("\n").slice(-half)}\n${text.slice(-half)}`;
}

/** A pasted text without what differs from run to run. */
export function denoised(text: string): string {
  let clean = gist(text);
  for (const pattern of NOISE) clean = clean.replace(pattern, " ");
  return clean;
}

/** What is searched for, to be shown: without noise, on one line. */
export function searchedFor(text: string, most = 160): string {
  const clean = denoised(text).replace(/\s+/g, " ").trim();
  return clean.length > most ? `${clean.slice(0, most).trimEnd()}…` : clean;
}

/** Words that are in every question and tell nothing. */
const STOP = new Set(
  "a after an and any are as at be been but by can could did do does else for from get gets getting had has have having how i if in into is it its it's me my no of on only or our so some that the their them then there these they this to too under up us was we were what when where which while who why will with would you your am im doesn't don't isn't not".split(
    " ",
  ),
);

const SECONDS = /\b(\d+(?:\.\d+)?)\s?(?:s|sec|secs|second|seconds)\b/g;
const MINUTES = /\b(\d+)\s?(?:m|min|mins|minute|minutes)\b/g;
/** Numbers of seconds that a text names, each once. */
export function secondsIn(text: string): number[] {
  const seconds = [...text.matchAll(SECONDS)].map((match) => Number(match[1]));
  return [...new Set([...seconds, ...[...text.matchAll(MINUTES)].map((match) => Number(match[1]) * 60)])];
}

const WORD = /[A-Za-z\d][A-Za-z\d_.'’-]*[A-Za-z\d]|[A-Za-z\d]/g;
/** Longer words are data. */
const LONGEST = 200;
const LONGEST_TERM = 60;

/** The parts of an identifier: `proxy_read_timeout`, `--graceful-timeout`, `StreamChunkTimeoutError`. */
function parts(name: string): string[] {
  if (/^[a-z\d]+$/.test(name)) return [name];
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map((part) => part.toLowerCase());
}

/** Plurals and the forms of verbs are the same word: `streams`, `streamed` and `streaming` are `stream`. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  // Most words have no ending to lose, and need no closer look.
  if (!/[gdsre]$|(.)\1$/.test(word)) return word;
  const bare = word
    .replace(/(?<=.{4})(ing|ed)$/, "")
    .replace(/(?<=[^s])s$/, "")
    .replace(/(?<=.{3})([bdgklmnprt])\1$/, "$1");
  return bare.replace(/(?<=.{4})e$/, "");
}

function termsOfWord(word: string): readonly string[] {
  if (word.length > LONGEST) return [];
  const all = parts(word);
  // A single letter, as in `kB`, `X-Accel` or `<b>`, is in too many.
  const own = all.filter((part) => part.length > 1 || /\d/.test(part));
  return (all.length > 1 ? [all.join(""), ...own] : own)
    .filter((term) => !STOP.has(term) && term.length < LONGEST_TERM)
    .map(stem);
}

/** Texts repeat their words, and reading one anew costs far more than looking it up. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

function lookedUp(word: string): readonly string[] {
  let found = known.get(word);
  if (!found) {
    found = termsOfWord(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
  }
  return found;
}

/**
 * Terms of a text, in its order, with repetitions: words by their stem, identifiers whole (joined without marks) and in
 * parts, and durations as `60s`.
 */
export function terms(text: string): string[] {
  const durations: string[] = [];
  let rest = text;
  if (/\d/.test(text)) {
    const taken = (factor: number) => (_: string, number: string) => {
      durations.push(`${Number(number) * factor}s`);
      return " ";
    };
    rest = text.replace(SECONDS, taken(1)).replace(MINUTES, taken(60));
  }
  const found: string[] = [];
  for (const word of rest.match(WORD) ?? []) for (const term of lookedUp(word)) found.push(term);
  for (const duration of durations) found.push(duration);
  return found;
}

/** The words of a text and where they stand, durations as one. */
export function wordsOf(text: string): { at: number; word: string }[] {
  return [...text.matchAll(new RegExp(`${SECONDS.source}|${MINUTES.source}|${WORD.source}`, "g"))].map(
    (match) => ({ at: match.index, word: match[0] }),
  );
}
