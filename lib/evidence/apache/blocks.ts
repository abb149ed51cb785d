/** Apache httpd: each place that hands requests on, with the settings of its host and of the server over it. */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";

type Settings = ReadonlyMap<string, readonly Value[]>;

/** A container such as `<VirtualHost>`, or the file itself. */
interface Container {
  is: string;
  name: string;
  at: number;
  own: { name: string; words: readonly string[]; at: number }[];
  inner: Container[];
}

const WORD = /"(?:[^"\\]|\\[^])*"|'[^']*'|[^\s"']+/g;
const unquoted = (word: string): string => word.replace(/^["']([^]*)["']$/, "$1");
/** Containers that ask for a module or a name, and are no place. */
const TRANSPARENT = /^If|^RequireAny$|^RequireAll$/i;
const MOST_DEEP = 40;

/** Lines with those that a backslash continues put on. */
function logicalLines(text: string): { line: string; at: number }[] {
  const found: { line: string; at: number }[] = [];
  let open = false;
  text.split("\n").forEach((raw, at) => {
    const line = raw.trim();
    const last = found.at(-1);
    if (open && last) last.line = `${last.line.slice(0, -1)} ${line}`;
    else if (line !== "" && !line.startsWith("#")) found.push({ line, at });
    open = line.endsWith("\\") && !line.startsWith("#");
  });
  return found;
}

function parsed(text: string, budget: Budget): Container {
  const top: Container = { is: "", name: "", at: 0, own: [], inner: [] };
  const open: Container[] = [top];
  for (const { line, at } of logicalLines(text)) {
    if (!budget.spend(1)) break;
    const holder = open.at(-1) ?? top;
    const [, is, arg = ""] = /^<(\w+)\s*([^>]{0,2000})>?/.exec(line) ?? [];
    if (/^<\//.test(line)) {
      if (open.length > 1) open.pop();
    } else if (is !== undefined) {
      // What a condition holds counts where it stands.
      const inner: Container = TRANSPARENT.test(is)
        ? holder
        : { is, name: unquoted(arg.trim()), at, own: [], inner: [] };
      if (inner !== holder) holder.inner.push(inner);
      if (open.length < MOST_DEEP) open.push(inner);
    } else {
      const [name = "", ...words] = (line.match(WORD) ?? []).map(unquoted);
      holder.own.push({ name: name.toLowerCase(), words, at });
    }
  }
  return top;
}

/** Settings by name in lower case; words such as `timeout=60` of a ProxyPass are settings of it. */
function settingsOf(own: Container["own"]): Map<string, Value[]> {
  const settings = new Map<string, Value[]>();
  for (const { name, words, at } of own) addValues(settings, name, [{ text: words.join(" "), at }]);
  return settings;
}

const PASSES = new Set(["proxypass", "proxypassmatch"]);

/** The block of a ProxyPass: its own words beat what its place sets. None where it takes a path out. */
function passOf(words: readonly string[], at: number, place: string, settings: Settings): Block[] {
  const plain = words.filter((word) => !/^\w+=/.test(word));
  const target = plain.at(-1) ?? "";
  if (target === "!") return [];
  const all = new Map<string, readonly Value[]>([...settings, ["target", [{ text: target, at }]]]);
  for (const word of words) {
    const [, key, text = ""] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (key !== undefined) all.set(`pass.${key.toLowerCase()}`, [{ text, at }]);
  }
  return [{ kind: "proxy", name: [place, ...plain].join(" "), at, settings: all, partial: false }];
}

function blocksIn({ is, name, at, own, inner }: Container, above: Settings): Block[] {
  const settings = new Map([...above, ...settingsOf(own)]);
  const passes = own.flatMap(({ name: does, words, at: line }): Block[] => {
    if (PASSES.has(does)) return passOf(words, line, is === "Location" ? name : "", settings);
    // A rule of rewriting with the flag P hands the request on too, and so does a handler.
    const rewrites = does === "rewriterule" && /^\[([\w=:./-]+,)*P(,[^\]]*)?\]$/i.test(words.at(-1) ?? "");
    if (rewrites) return passOf(words.slice(0, 2), line, "", settings);
    const handler = does === "sethandler" && /^proxy:/.test(words[0] ?? "");
    return handler ? passOf([(words[0] ?? "").slice("proxy:".length)], line, name, settings) : [];
  });
  const [wide] = inner.filter((one) => /^Location/i.test(one.is) && /^\/?$/.test(one.name));
  const shared = wide ? new Map([...settings, ...settingsOf(wide.own)]) : settings;
  const server = is === "" ? [{ kind: "server", name: "", at, settings, partial: true }] : [];
  return [...server, ...passes, ...inner.flatMap((one) => blocksIn(one, shared))];
}

/** The blocks of a configuration: `proxy` for each place that hands requests on, and `server` for the outermost settings. */
export const apacheBlocks = (text: string, budget: Budget): Block[] =>
  blocksIn(parsed(text, budget), new Map());
