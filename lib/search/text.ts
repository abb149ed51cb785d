/** From text to terms: the same for what is searched and for what is asked. */

/** What differs from run to run in a log or a traceback, and says nothing: times, addresses, ids, paths, colours. */
const NOISE: readonly RegExp[] = [
  // eslint-disable-next-line no-control-regex -- colours of a terminal begin with a control character
  /\u001b\[[0-9;]*[A-Za-z]/g,
  /^\s*File "[^"]*", line \d+.*$/gm,
  /^\s*at .*\(?[^\s()]+:\d+:\d+\)?$/gm,
  /^\s*[~^]+\s*$/gm,
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
const MOST_CHARACTERS = 20_000;

/** A pasted text without what differs from run to run. Of a very long one, the end, where the error is. */
export function denoised(text: string): string {
  let clean = text.slice(-MOST_CHARACTERS);
  for (const pattern of NOISE) clean = clean.replace(pattern, " ");
  return clean;
}

/** Words that are in every question and tell nothing. */
const STOP = new Set("a an and any are as at be been but by can could did do does else for from get gets getting had has have having how i if in into is it its me my no of on only or our so some that the their them then there these they this to too under up us was we were what when where which while who why will with would you your am im its it's doesn't don't isn't not".split(" "));

const SECONDS = /\b(\d+(?:\.\d+)?)\s?(?:s|sec|secs|second|seconds)\b/g;
const MINUTES = /\b(\d+)\s?(?:m|min|mins|minute|minutes)\b/g;

/** The parts of an identifier: `proxy_read_timeout`, `--graceful-timeout`, `StreamChunkTimeoutError`. */
function parts(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").split(/[^A-Za-z\d]+/).filter(Boolean).map((part) => part.toLowerCase());
}

/** Plurals and the forms of verbs are the same word: `streams`, `streamed` and `streaming` are `stream`. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const bare = word.replace(/(?<=.{4})(ing|ed|ers|er)$/, "").replace(/(?<=[^s])s$/, "").replace(/(?<=.{3})([bdgklmnprt])\1$/, "$1");
  return bare.replace(/(?<=.{4})e$/, "");
}

/**
 * Terms of a text, in its order, with repetitions: words by their stem, identifiers whole (joined without marks) and in
 * parts, and durations as `60s`.
 */
export function terms(text: string): string[] {
  const durations = [
    ...[...text.matchAll(SECONDS)].map(([, number]) => `${Number(number)}s`),
    ...[...text.matchAll(MINUTES)].map(([, number]) => `${Number(number) * 60}s`),
  ];
  const words = text.replace(SECONDS, " ").replace(MINUTES, " ").match(/[A-Za-z\d][A-Za-z\d_.'’-]*[A-Za-z\d]|[A-Za-z\d]/g) ?? [];
  const found = words.flatMap((word) => {
    const own = parts(word);
    const whole = own.join("");
    return own.length > 1 ? [whole, ...own] : own;
  });
  return [...found.filter((term) => !STOP.has(term) && term.length < 60).map(stem), ...durations];
}
