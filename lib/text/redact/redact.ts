/**
 * What must not leave the page is taken out of a text: secrets go, people and places get stable names. Twice is the
 * same as once, and what names only a product stays, so that the verdict is the same before and after.
 */
import { EMAIL, HOST, HOST_IN_NAME, IPV4, IPV6, isHost, keptOfHost, namesMachine } from "./places";
import { isStandIn, SECRETS } from "./secrets";

export interface Replacement {
  /** Where it stands in the text as it was given. */
  line: number;
  /** What it was. Only ever shown on the page itself. */
  was: string;
  is: string;
}

export interface Redacted {
  text: string;
  replacements: readonly Replacement[];
}

/** Names that are given out, the same for the same thing, also over several texts. */
export class Pseudonyms {
  private readonly given = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** @param taken texts whose own pseudonyms must not be given out again */
  constructor(taken: readonly string[] = []) {
    for (const text of taken)
      for (const [, kind = "", number = ""] of text.matchAll(/\b(host|ip|mail)-(\d{1,4})\b/g))
        this.counts.set(kind, Math.max(this.counts.get(kind) ?? 0, Number(number)));
  }

  nameOf(kind: "host" | "ip" | "mail", what: string): string {
    const key = `${kind} ${what.toLowerCase()}`;
    const known = this.given.get(key);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    const name = `${kind}-${count}`;
    this.given.set(key, name);
    return name;
  }
}

interface Span {
  from: number;
  to: number;
  is: string;
  /** The surer the sign, the lower. */
  order: number;
}

/** A name that was given out before. */
const GIVEN = /^(host|ip|mail)-\d{1,4}(\.|$|@)/;

function secretSpans(text: string): Span[] {
  return SECRETS.flatMap(({ as, match }, order) =>
    [...text.matchAll(match)].flatMap((hit) => {
      const [from, to] = hit.indices?.groups?.["secret"] ?? hit.indices?.[0] ?? [0, 0];
      return isStandIn(text.slice(from, to)) ? [] : [{ from, to, is: `[${as}]`, order }];
    }),
  );
}

/** So much before a name is looked at. */
const BEFORE = 120;

function placeSpans(text: string, names: Pseudonyms): Span[] {
  const order = SECRETS.length;
  const spansOf = (pattern: RegExp, name: (found: string, before: string) => string | null): Span[] =>
    [...text.matchAll(pattern)].flatMap((hit) => {
      const is = GIVEN.test(hit[0])
        ? null
        : name(hit[0], text.slice(Math.max(0, hit.index - BEFORE), hit.index));
      return is === null ? [] : [{ from: hit.index, to: hit.index + hit[0].length, is, order }];
    });
  const address = (found: string) => (namesMachine(found) ? names.nameOf("ip", found) : null);
  return [
    // What stands before the @ of an address of the network is its password or its user.
    ...spansOf(EMAIL, (mail, before) => (/:\/\/[^\s/]*$/.test(before) ? null : names.nameOf("mail", mail))),
    ...spansOf(HOST, (host, before) => {
      const kept = isHost(host, before) ? keptOfHost(host) : null;
      return kept === null ? null : `${names.nameOf("host", host)}${kept}`;
    }),
    ...spansOf(IPV4, address),
    ...spansOf(IPV6, address),
  ];
}

/** Spans in their order; what overlaps is one span, named by the surest sign. */
function apart(spans: readonly Span[]): Span[] {
  const taken: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.order - b.order)) {
    const last = taken.at(-1);
    if (!last || span.from >= last.to) {
      if (span.to > span.from) taken.push({ ...span });
      continue;
    }
    last.to = Math.max(last.to, span.to);
    if (span.order < last.order) Object.assign(last, { is: span.is, order: span.order });
  }
  return taken;
}

/** Take out of a text what must not leave the page. @param names shared by texts that leave together */
export function redact(text: string, names: Pseudonyms = new Pseudonyms([text])): Redacted {
  const spans = apart([...secretSpans(text), ...placeSpans(text, names)]);
  const replacements: Replacement[] = [];
  let out = "";
  let at = 0;
  let line = 1;
  for (const { from, to, is } of spans) {
    const before = text.slice(at, from);
    const was = text.slice(from, to);
    line += before.split("\n").length - 1;
    replacements.push({ line, was, is });
    // Lines stay where they are: what was found at one is found there again.
    const breaks = was.split("\n").length - 1;
    out += before + is + "\n".repeat(breaks);
    line += breaks;
    at = to;
  }
  return { text: out + text.slice(at), replacements };
}

/** Take out of the name of a file what must not leave the page. */
export const redactName = (name: string, names: Pseudonyms): string =>
  redact(name, names).text.replace(HOST_IN_NAME, (host) => {
    const kept = GIVEN.test(host) ? null : keptOfHost(host);
    return kept === null ? host : `${names.nameOf("host", host)}${kept}`;
  });
