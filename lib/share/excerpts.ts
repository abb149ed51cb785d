/** What can be copied from a document, made from the content. */
import type { Cause } from "../model/content";
import type { Check } from "../model/knowledge";
import type { Limit } from "../model/content";
import type { Command, Excerpt } from "./excerpt";
import { sentenceWords, type Words } from "./markdown";
import { withoutValues } from "../text/fill";
import { wordsOf } from "./words";

/** Excerpts by their address, from the root of the site. */
export type Excerpts = Readonly<Record<string, Excerpt>>;

/** What excerpts are made of. */
interface Source {
  causes: readonly Cause[];
  checks: readonly Check[];
  limits: readonly Limit[];
}

const NONE = { why: [], details: [], commands: [], then: [], thenRun: [], verify: [] } as const;

const commandOf = ({ run, lang, look, outcomes }: Check): Command => ({
  block: run === undefined ? undefined : { code: run, lang },
  look: wordsOf(look),
  outcomes: outcomes.map(({ label }) => wordsOf(label)),
});

/** A check: what to run, where to look, what it can show. */
const checkExcerpt = (check: Check): Excerpt => ({
  ...NONE,
  title: check.title,
  href: `/checks/#${check.id}`,
  commands: [commandOf(check)],
});

/** A cause: how to prove it, what stops the bleeding, how to see that it worked. */
function causeExcerpt(cause: Cause, steps: readonly Check[]): Excerpt {
  const { mitigate, verify } = cause;
  const named = (name: string, text: string): Words => [{ strong: name }, " ", ...wordsOf(text)];
  return {
    ...NONE,
    title: cause.title,
    href: `/causes/${cause.id}/`,
    why: [sentenceWords(cause.lead)],
    commands: steps.map((check) => ({ title: check.title, ...commandOf(check) })),
    then: [
      named(`${mitigate.title}.`, withoutValues(mitigate.do)),
      named("Risk:", mitigate.risk),
      named("Undo:", mitigate.undo),
    ],
    thenRun: mitigate.run === undefined ? [] : [{ code: mitigate.run, lang: "sh" }],
    verify: [
      {
        title: "Check that it worked",
        block: { code: verify.run, lang: verify.lang },
        look: wordsOf(verify.see),
        outcomes: [],
      },
    ],
  };
}

const sourceWords = ({ source, sourceKind, date, version, verified }: Limit): Words => [
  /^https:\/\//.test(source) ? { link: sourceKind, href: source } : source,
  ...[date, version].flatMap((part) => (part === null || part === "" ? [] : [`, ${part}`])),
  ...(verified ? [] : [" · ", { strong: "not verified" }]),
];

/** A limit: what its clock counts, its value, its source, and what one sees when it fires. */
function limitExcerpt(limit: Limit): Excerpt {
  const { product, plan, setting, value, max, kind, cause } = limit;
  return {
    ...NONE,
    title: `${plan ? `${product} ${plan}` : product}: ${setting}`,
    href: `/limits/#${limit.id}`,
    why: [sentenceWords(limit.counts)],
    details: [
      { name: "Default", says: [value, ...(max ? [` max ${max}`] : [])] },
      { name: "Kind", says: [kind] },
      ...(cause ? [{ name: "Cause", says: [{ link: cause, href: `/causes/${cause}/` }] }] : []),
      { name: "Source", says: sourceWords(limit) },
    ],
    commands: [{ look: sentenceWords(limit.sees), outcomes: [] }],
  };
}

/** By what each excerpt is found: its address. */
const byAddress = (excerpts: readonly Excerpt[]): Excerpts =>
  Object.fromEntries(excerpts.map((excerpt) => [excerpt.href, excerpt]));

/**
 * What can be copied, by document: the table of limits, the list of checks, and each cause with the checks
 * that prove it.
 * @returns excerpts by the document's path, such as `causes/<id>`
 */
export function excerptsByDocument({ causes, checks, limits }: Source): ReadonlyMap<string, Excerpts> {
  const causeFiles = causes.map((cause): [string, Excerpts] => {
    const steps = cause.prove.flatMap((id) => checks.filter((check) => check.id === id));
    return [`causes/${cause.id}`, byAddress([causeExcerpt(cause, steps), ...steps.map(checkExcerpt)])];
  });
  return new Map([
    ["checks", byAddress(checks.map(checkExcerpt))],
    ["limits", byAddress(limits.map(limitExcerpt))],
    ...causeFiles,
  ]);
}
