/** Includes: a dump of `nginx -T` holds the files that it includes; elsewhere they are not known. */
import type { Directive } from "./parse";

const FILE = /^# configuration file (\S+):\s*$/;

/** The files of a dump by path, each with blank lines before it so that its lines keep their numbers; or null. */
export function dumped(text: string): { first: string; files: ReadonlyMap<string, string> } | null {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, at) => {
    const [, path] = FILE.exec(line) ?? [];
    return path === undefined ? [] : [{ path, at }];
  });
  const [first] = starts;
  if (!first) return null;
  const files = new Map<string, string>();
  starts.forEach(({ path, at }, place) => {
    const own = lines.slice(at, starts[place + 1]?.at);
    if (!files.has(path)) files.set(path, "\n".repeat(at) + own.join("\n"));
  });
  return { first: files.get(first.path) ?? "", files };
}

/** Whether a path is what an include names, with `*` for part of a name. */
function isNamed(include: string, path: string): boolean {
  const parts = include.split("*");
  const [head = ""] = parts;
  const tail = parts.at(-1) ?? "";
  if (parts.length === 1) return path === include || path.endsWith(`/${include}`);
  const begins = include.startsWith("/") ? path.startsWith(head) : path.includes(`/${head}`);
  return begins && path.endsWith(tail);
}

/** The paths of a dump that an include means. */
export const includedBy = (include: string, paths: Iterable<string>): string[] =>
  [...paths].filter((path) => isNamed(include, path));

/** Files that every installation has and that set nothing of a stream. */
const HARMLESS =
  /(_params|mime\.types|ssl|fastcgi-php|gzip|headers)[^/]*$|letsencrypt\/|modules(-enabled)?\//;

/** Whether a directive includes something that may hold settings, and is not there to be read. */
export const includesUnknown = ({ name, args }: Directive): boolean =>
  name === "include" &&
  !HARMLESS.test(args[0] ?? "") &&
  !/^\/etc\/nginx\/(conf\.d|sites-enabled)\//.test(args[0] ?? "");
