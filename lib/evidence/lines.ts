/** Lines as they were meant: what loggers, terminals and mail programs put before them is taken off. */
import type { Line } from "./given";

/** Longer lines are cut: no pattern needs more, and a log of one line must not stop the reading. */
export const MOST_OF_LINE = 4000;

const COLOURS = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

/**
 * What stands before a line without being of it. Each is taken off only where most lines of the piece have it, so that
 * a lone line that looks like it stays whole.
 */
const PREFIXES: readonly RegExp[] = [
  // Quoted mail and Markdown.
  /^[ \t]{0,3}>[ \t]?/,
  // docker compose: "web-1  | ".
  /^[\w.-]{1,60}[ \t]+\|[ \t]?/,
  // kubectl logs --prefix: "[pod/chat-7d/app] ".
  /^\[pod\/[^\]\s]{1,200}\][ \t]?/,
  // Listings with line numbers: " 12 | ", "12: ", "12\t".
  /^[ \t]{0,8}\d{1,6}[ \t]?[|:│][ \t]?(?!\d)/,
  /^[ \t]{0,8}\d{1,6}\t/,
  // journald and syslog: "Nov 29 16:00:00 host nginx[12]: ".
  /^[A-Z][a-z]{2}[ \t]{1,2}\d{1,2} \d\d:\d\d:\d\d [\w.-]{1,80} [\w./-]{1,60}(\[\d{1,8}\])?: /,
  // Timestamps of container runtimes: "2026-01-01T00:00:00.000000000Z stdout F ".
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z (?:(?:stdout|stderr) [FP] )?/,
];
/** So much of the lines must have a prefix for it to be one. */
const MOST = 0.6;

/** Unified diffs: a file that is shown as a change. */
const HUNK = /^@@ .{0,200}@@/;

const plainLine = (raw: string): string =>
  raw.slice(0, MOST_OF_LINE).replace(COLOURS, "").replace(CONTROLS, "").replace(/\r$/, "");

type Raw = Omit<Line, "number">;

/** Take off what most of the lines begin with; it stays as what stood before them. */
function withoutPrefixes(texts: readonly string[]): Raw[] {
  let lines: Raw[] = texts.map((text) => ({ text }));
  for (const prefix of PREFIXES) {
    const full = lines.filter(({ text }) => text.trim() !== "");
    const having = full.filter(({ text }) => prefix.test(text));
    if (full.length > 1 && having.length >= full.length * MOST)
      lines = lines.map((line) => {
        const [off = ""] = prefix.exec(line.text) ?? [];
        if (off === "") return line;
        return { text: line.text.slice(off.length), before: `${line.before ?? ""}${off}` };
      });
  }
  return lines;
}

/** A diff as the file that it makes: lines that it takes away are empty, and say what they were. */
function patched(lines: Raw[]): Raw[] {
  if (!lines.some(({ text }) => HUNK.test(text))) return lines;
  return lines.map((line) => {
    const { text } = line;
    if (/^(diff |index |--- |\+\+\+ |@@ )/.test(text)) return { ...line, text: "" };
    if (text.startsWith("-")) return { ...line, text: "", removed: text.slice(1) };
    return /^[+ ]/.test(text) ? { ...line, text: text.slice(1) } : line;
  });
}

const MESSAGE_KEYS = ["log", "message", "msg", "MESSAGE", "textPayload"] as const;

/** A line that a logger wrapped in JSON, as its message; other JSON stays. */
function unwrapped(text: string): string {
  if (!text.startsWith("{") || !text.endsWith("}")) return text;
  try {
    const record: unknown = JSON.parse(text);
    if (typeof record !== "object" || record === null) return text;
    const fields = record as Record<string, unknown>;
    for (const key of MESSAGE_KEYS) {
      const message = fields[key];
      if (typeof message === "string") return `${message.trimEnd().replaceAll("\n", " ")} ${text}`;
    }
  } catch {
    // It only looks like JSON.
  }
  return text;
}

/** The lines of a text, numbered from 1. */
export function linesOf(text: string): Line[] {
  const raw = text.split("\n").map(plainLine);
  return patched(withoutPrefixes(raw)).map((line, at) => ({
    ...line,
    number: at + 1,
    text: unwrapped(line.text),
  }));
}
