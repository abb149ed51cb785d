/** Settings of one level of an nginx configuration over those above it, as nginx inherits them. */
import { addValues, type Value } from "../blocks";
import type { Directive } from "./parse";

export type Settings = ReadonlyMap<string, readonly Value[]>;

/** Directives that name a header first; each is a setting of its own too, by the header's name in lower case. */
const OF_HEADERS = new Set(["proxy_set_header", "grpc_set_header", "add_header"]);
/** Lists of media types, which often run over many lines: each entry is a value at its line. */
const LISTS = /_types$/;

/** The settings of a level alone. */
function settingsOf(own: readonly Directive[]): Map<string, Value[]> {
  const here = new Map<string, Value[]>();
  for (const { name, args, argsAt, at, block } of own) {
    if (block !== null) continue;
    const listed = args.map((text, place) => ({ text, at: argsAt[place] ?? at }));
    addValues(here, name, LISTS.test(name) ? listed : [{ text: args.join(" "), at }]);
    const [header, ...rest] = args;
    if (OF_HEADERS.has(name) && header !== undefined)
      addValues(here, `${name}.${header.toLowerCase()}`, [{ text: rest.join(" "), at }]);
  }
  return here;
}

/** The header of a setting's name, and the directive that it is from. */
const headerIn = (name: string): [directive: string, header: string] | null => {
  const [directive = "", ...header] = name.split(".");
  return OF_HEADERS.has(directive) && header.length > 0 ? [directive, header.join(".")] : null;
};

/**
 * Settings of a level over those above: a directive that stands here replaces all of its kind from above. A header that
 * is lost in this way is a setting `replaced.<directive>.<header>`, at the line that replaces it.
 */
export function over(above: Settings, own: readonly Directive[]): Settings {
  const here = settingsOf(own);
  const kept = new Map(above);
  for (const [name, values] of above) {
    const [directive, header] = headerIn(name) ?? [];
    const replacing = directive === undefined ? undefined : here.get(directive)?.[0];
    if (!replacing) continue;
    kept.delete(name);
    const [lost] = values;
    if (lost && !here.has(name))
      addValues(here, `replaced.${directive}.${header}`, [{ text: lost.text, at: replacing.at }]);
  }
  return new Map([...kept, ...here]);
}
