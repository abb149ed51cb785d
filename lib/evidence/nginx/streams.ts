/** What in a place of an nginx configuration shows that it carries a stream, whatever its path is called. */
import { durationSeconds } from "../../text/duration";
import type { Block } from "../blocks";
import type { Directive } from "./parse";

/** What people write beside it. */
const SAID = /\bSSE\b|\bserver[- ]sent\b|\bevent[- ]?streams?\b|\bstreaming\b/i;
/** Nobody waits so long for anything but a stream. */
const LONG = 300;

/** Comments above a directive and in its block, up to its last line. */
function commentsOf({ at, block }: Directive, lines: readonly string[]): string[] {
  let first = at;
  while (first > 0 && /^\s*#/.test(lines[first - 1] ?? "")) first -= 1;
  const last = block?.at(-1)?.at ?? at;
  return lines.slice(first, last + 1).flatMap((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1] ?? []);
}

const isUpgrade = ({ name, args }: Directive): boolean =>
  name === "proxy_set_header" && /^upgrade$/i.test(args[0] ?? "");

/** Whether a directive is one that only a stream needs. */
const isForStream = ({ name, args }: Directive): boolean =>
  (/^(proxy|uwsgi|fastcgi)_buffering$/.test(name) && args[0] === "off") ||
  (/^(add|proxy_set)_header$/.test(name) &&
    args.some((arg) => /^x-accel-buffering$/i.test(arg) || arg.includes("text/event-stream")));

/** Files of so many megabytes are taken: what waits long then waits for them. */
const LARGE = 50;

function takesFiles({ name, args }: Directive): boolean {
  if (name !== "client_max_body_size") return false;
  const [, size = "", unit = ""] = /^(\d{1,9})([kmg]?)/i.exec(args[0] ?? "") ?? [];
  const megabytes = { g: 1024, m: 1, k: 0.001 }[unit.toLowerCase()] ?? 0.000001;
  return size === "0" || Number(size) * megabytes >= LARGE;
}

/** Whether a long time is given to silences; a socket of a browser has that too, and a place that files go to. */
const waitsLong = (own: readonly Directive[]): boolean =>
  !own.some((one) => isUpgrade(one) || takesFiles(one)) &&
  own.some(
    ({ name, args }) =>
      /^(proxy|uwsgi|fastcgi|grpc)_read_timeout$/.test(name) &&
      (durationSeconds(args[0] ?? "", 1) ?? 0) >= LONG,
  );

/** How the block of a directive itself shows that it streams. */
export function showsStream(directive: Directive, lines: readonly string[]): Block["streams"] {
  const own = directive.block ?? [];
  if (own.some(isForStream) || commentsOf(directive, lines).some((text) => SAID.test(text))) return "plainly";
  return waitsLong(own) ? "by its time" : undefined;
}
