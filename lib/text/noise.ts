/** What a log or a traceback holds beside its meaning, taken out. */

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
