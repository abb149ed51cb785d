/** Sections of HAProxy: a backend has its own settings over those of the defaults that stand before it. */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";

/** Sections that hold settings of requests, by the kind of block that they make. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  global: ["global"],
  backend: ["backend"],
  frontend: ["frontend"],
  listen: ["frontend", "backend"],
};
const SECTION =
  /^(global|defaults|frontend|backend|listen|resolvers|peers|userlist|cache|program|ring|mailers|http-errors)\b\s*(.*)$/;
/** Words that need the next one to say what they set. */
const DOUBLE = /^(timeout|option|compression|http-request|http-response|log-format|stats|tune)$/;

interface Section {
  is: string;
  name: string;
  /** The defaults that it names in place of those before it. */
  from: string | null;
  at: number;
  settings: Map<string, Value[]>;
}

/** A directive and its value: `timeout server` and `50s`, `mode` and `http`. */
function settingOf(line: string): [key: string, text: string] {
  const [first = "", second = "", ...rest] = line.split(/\s+/);
  return DOUBLE.test(first)
    ? [`${first} ${second}`, rest.join(" ")]
    : [first, [second, ...rest].join(" ").trim()];
}

/** A comment ends a line, unless its sign is escaped or quoted. */
const withoutComment = (line: string): string => line.replace(/(^|\s)#.*$/, "").trim();

function sectionsOf(text: string, budget: Budget): Section[] {
  const sections: Section[] = [{ is: "", name: "", from: null, at: 0, settings: new Map() }];
  text.split("\n").forEach((raw, at) => {
    const line = withoutComment(raw);
    if (line === "" || !budget.spend(1)) return;
    const [, is, rest = ""] = SECTION.exec(line) ?? [];
    if (is !== undefined) {
      const [name = "", from, parent] = rest.split(/\s+/);
      sections.push({ is, name, from: from === "from" ? (parent ?? null) : null, at, settings: new Map() });
      return;
    }
    const settings = sections.at(-1)?.settings;
    const [key, value] = settingOf(line.replace(/^no\s+(?=option\b)/, ""));
    if (line.startsWith("no option")) settings?.delete(key);
    else if (settings) addValues(settings, key, [{ text: value, at }]);
  });
  return sections;
}

/** The blocks of a configuration: `global`, `frontend` and `backend`; a `listen` is both of the latter. */
export function haproxyBlocks(text: string, budget: Budget): Block[] {
  const sections = sectionsOf(text, budget);
  const named = new Map(sections.filter(({ is }) => is === "defaults").map((one) => [one.name, one]));
  const found: Block[] = [];
  let before: Section | undefined;
  for (const section of sections) {
    if (section.is === "defaults") before = section;
    const above = section.from === null ? before : named.get(section.from);
    for (const kind of KINDS[section.is] ?? []) {
      const inherited = kind === "global" ? [] : (above?.settings ?? []);
      const settings = new Map([...inherited, ...section.settings]);
      const [server = { text: "" }] = section.settings.get("server") ?? [];
      found.push({ kind, name: `${section.name} ${server.text}`, at: section.at, settings, partial: false });
    }
  }
  if (found.some(({ kind }) => kind !== "global")) return found;
  // Only settings or defaults are quoted: they hold for what uses them.
  const settings = new Map(sections.flatMap((one) => (one.is === "global" ? [] : [...one.settings])));
  const quoted = ["frontend", "backend"].map((kind) => ({ kind, name: "", at: 0, settings, partial: true }));
  return [...found, ...quoted];
}
