/** Which of several places of a configuration carries the stream. */
import type { Block } from "./blocks";

/** Words in a path or name that speak of a stream, the plainest first. */
const LIKELY: readonly RegExp[] = [
  /(?<!up)stream|sse|event|completion|generate/i,
  /chat|agent|llm|ask|message|assistant|copilot|ws|socket/i,
  /api|backend|app/i,
];
/** What carries no stream: pages and files, metrics, health. */
const UNLIKELY =
  /static|assets|media|health|metrics|favicon|\.(css|js|png|jpe?g|svg|ico|woff2?)|admin|robots|login/i;

/** Parts of a path that are never a stream's: who somebody is, files that come and go. */
const NEVER =
  /(^|[^a-z])(log-?(in|out)|sign-?(in|out|up)|callback|saml2?|scim|oauth2?|oidc|sso|uploads?|static)([^a-z]|$)/i;
/** Parts of a path that are a stream's only where a plain word says so. */
const SELDOM = /(^|[^a-z])(files?|docs|healthz?)([^a-z]|$)/i;

/** The words of a name that are paths, in which addresses do not count. */
const pathsIn = (name: string): string[] =>
  name.split(" ").filter((word) => word.includes("/") && !word.includes("://"));

/** Whether a path says that what it is for is never a stream. */
const isNever = (name: string): boolean =>
  pathsIn(name).some(
    (path) => NEVER.test(path) || (SELDOM.test(path) && !LIKELY.slice(0, 2).some((word) => word.test(path))),
  );

/** Names without the words with which all of them begin: the title of the file tells none of its places from another. */
function toldApart(names: readonly string[]): string[] {
  const split = names.map((name) => name.split(" "));
  const [first = [], ...others] = split;
  const differs = first.findIndex((word, at) => others.some((other) => other[at] !== word));
  const common = others.length === 0 ? 0 : differs < 0 ? first.length : differs;
  return split.map((words) => words.slice(common).join(" "));
}

/** Whether a name says that something else than a stream is carried; what a format knows of names weighs more. */
const isElsewhere = (name: string, elsewhere: RegExp | null): boolean =>
  (UNLIKELY.test(name) && !LIKELY.some((word) => word.test(name))) ||
  ((elsewhere?.test(name) ?? false) && !LIKELY.slice(0, 2).some((word) => word.test(name)));

/** The blocks of one kind that show that they stream, or are named by the plainest word; null where none tells. */
function plainest(own: readonly Block[]): Block[] | null {
  const names = toldApart(own.map(({ name }) => name));
  const [plain, ...others] = LIKELY.map((word) => (_: Block, at: number) => word.test(names[at] ?? ""));
  const shows = own.filter((block, at) => block.streams === "plainly" || plain?.(block, at));
  if (shows.some(({ streams }) => streams === "plainly")) return shows;
  const waiting = ({ streams }: Block) => streams === "by its time";
  for (const isLikely of [plain, waiting, ...others]) {
    const likely = isLikely ? own.filter(isLikely) : [];
    if (likely.length > 0 && likely.length < own.length) return likely;
  }
  return null;
}

/**
 * The blocks that carry the stream as far as they tell: of each kind, those that show it, or are named by the plainest
 * word. Where nothing says anything, all but those that plainly carry something else.
 * @param elsewhere what the format knows of names that carry something else
 * @param route the name of the one that does carry it, where somebody says so
 */
export function streaming(
  blocks: readonly Block[],
  elsewhere?: string,
  route: string | null = null,
): Block[] {
  const other = elsewhere === undefined ? null : new RegExp(elsewhere, "i");
  const kinds = [...new Set(blocks.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = blocks.filter((block) => block.kind === kind);
    const said = own.filter(({ name }) => name === route);
    if (said.length > 0) return said;
    const possible = own.filter(({ name }) => !isNever(name));
    const told = plainest(possible);
    if (told) return told;
    return possible.filter(({ name }) => !isElsewhere(name, other));
  });
}

/** The names of blocks of which several of one kind could carry the stream: which one does is for somebody to say. */
export function routesIn(blocks: readonly Block[]): string[] {
  const named = blocks.filter(({ name }) => name !== "");
  const several = named.filter(({ kind, name }) =>
    named.some((other) => other.kind === kind && other.name !== name),
  );
  return [...new Set(several.map(({ name }) => name))];
}
