/** Effective settings of each place that hands requests on: inherited from http over server to location, as nginx does. */
import type { Block, Value } from "../blocks";
import type { Budget } from "../budget";
import { dumped, includedBy, includesUnknown } from "./dump";
import { over, type Settings } from "./levels";
import { parseNginx, type Directive } from "./parse";
import { showsStream } from "./streams";

/** The directive that hands requests on, with the kind of block that it makes. */
const PASSES: Readonly<Record<string, string>> = {
  proxy_pass: "proxy",
  fastcgi_pass: "fastcgi",
  uwsgi_pass: "uwsgi",
  grpc_pass: "grpc",
};
/** Blocks in which requests are handled. */
const NESTED = new Set(["http", "server", "location", "if", "limit_except"]);

interface Place {
  /** The path of a location, and what else is said of where it lies. */
  name: string;
  at: number;
  settings: Settings;
  /** Something that could be set here is not to be read. */
  unknown: boolean;
  upstreams: ReadonlyMap<string, Directive>;
  streams: Block["streams"];
  /** The lines of the text, for what is said beside the settings. */
  lines: readonly string[];
}

/** Directives with what they include put in their place, as far as a dump holds it. */
function withIncludes(
  own: readonly Directive[],
  files: ReadonlyMap<string, string>,
  budget: Budget,
  depth = 0,
): Directive[] {
  return own.flatMap((directive) => {
    if (directive.block)
      return [{ ...directive, block: withIncludes(directive.block, files, budget, depth) }];
    const paths = directive.name === "include" ? includedBy(directive.args[0] ?? "", files.keys()) : [];
    if (paths.length === 0 || depth > 5) return [directive];
    return paths.flatMap((path) =>
      withIncludes(parseNginx(files.get(path) ?? "", budget), files, budget, depth + 1),
    );
  });
}

/** The settings of the upstream that a directive hands requests to, under `upstream.`. */
function upstreamOf({ args }: Directive, upstreams: Place["upstreams"]): [string, Value[]][] {
  const host = /^(?:\w+:\/\/)?([^/:]+)/.exec(args[0] ?? "")?.[1] ?? "";
  return [...over(new Map(), upstreams.get(host)?.block ?? [])].map(([name, values]) => [
    `upstream.${name}`,
    [...values],
  ]);
}

function blocksIn(own: readonly Directive[], above: Place): Block[] {
  const { name, at, upstreams, streams, lines } = above;
  const settings = over(above.settings, own);
  const unknown = above.unknown || own.some(includesUnknown);
  const pass = own.find(({ name: is, block }) => block === null && is in PASSES);
  const here: Block[] = [];
  if (pass) {
    const all = new Map([
      ...settings,
      ...upstreamOf(pass, upstreams),
      ["location", [{ text: name, at }]],
    ] as const);
    const kind = PASSES[pass.name] ?? "";
    here.push({ kind, name: `${name} ${pass.args[0] ?? ""}`, at, settings: all, partial: unknown, streams });
  }
  const inner = own.flatMap((directive) => {
    const { name: is, args, block, cut } = directive;
    if (!block || !NESTED.has(is)) return [];
    // What an `if` holds belongs to the place that it stands in.
    const around = { settings, unknown: unknown || cut, upstreams, lines };
    if (is === "if" || is === "limit_except") return blocksIn(block, { name, at, streams, ...around });
    const shows = is === "location" ? (showsStream(directive, lines) ?? streams) : undefined;
    return blocksIn(block, { name: args.at(-1) ?? "", at: directive.at, streams: shows, ...around });
  });
  return [...here, ...inner];
}

const flat = (own: readonly Directive[]): Directive[] =>
  own.flatMap((directive) => (directive.block ? flat(directive.block) : [directive]));

/** Settings that stand alone, as people quote them, without the place that they are for. */
function quoted(own: readonly Directive[]): Block[] {
  // A server that hands nothing on serves files: nothing in it is about a stream.
  const alone = own.filter(({ block, name }) => block === null || !NESTED.has(name));
  const [first] = flat(alone);
  if (!first || alone.length < own.length) return [];
  return [{ kind: "proxy", name: "", at: first.at, settings: over(new Map(), flat(alone)), partial: true }];
}

/** All upstreams, by name, wherever they stand. */
const upstreamsIn = (own: readonly Directive[]): Directive[] =>
  own.flatMap((directive) =>
    directive.name === "upstream"
      ? [directive]
      : directive.name === "http"
        ? upstreamsIn(directive.block ?? [])
        : [],
  );

/** The places of a configuration that hand requests on, with their effective settings. */
export function nginxBlocks(text: string, budget: Budget): Block[] {
  const dump = dumped(text);
  const parsed = parseNginx(dump?.first ?? text, budget);
  const whole = dump ? withIncludes(parsed, dump.files, budget) : parsed;
  const upstreams = new Map(upstreamsIn(whole).map((one) => [one.args[0] ?? "", one]));
  // A place that stands alone at the top is a piece of one: its beginning was cut off.
  const unknown = whole.some(({ name, block }) => block === null && name in PASSES);
  const at = whole[0]?.at ?? 0;
  const lines = text.split("\n");
  const top = { name: "", at, settings: new Map(), unknown, upstreams, streams: undefined, lines };
  const found = blocksIn(whole, top);
  return found.length > 0 ? found : quoted(whole);
}
