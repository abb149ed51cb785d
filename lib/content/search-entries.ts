/** Everything in `content/` that can be searched, each with its very address. */
import GithubSlugger from "github-slugger";
import { fill } from "../text/fill";
import type { Entry, Kind, Named } from "../search/types";
import type { Cause, Content, Guide } from "./load";
import { exampleTitle } from "./runbook-schema";
import { noteAnchor, notePage } from "./team";

/** Markdown as plain words. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n([\s\S]*?)^```$/gm, "$1")
    .replace(/<[A-Z][^>]*\/>/g, " ")
    .replace(/^\s*\|[\s|:-]+$/gm, "")
    .replace(/^\s*\|.*$/gm, (row) => row.replaceAll("|", " "))
    .replace(/^\s*(?:[-*]|\d+\.) /gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/^#+ /gm, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Headings of a body with the text below each, by level 2 and 3. */
function sections(body: string): { title: string; id: string; text: string }[] {
  const slugger = new GithubSlugger();
  const found: { title: string; id: string; text: string }[] = [];
  let fenced = false;
  for (const line of body.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const heading = fenced ? null : /^#{2,3} (.+)$/.exec(line);
    if (heading) {
      const title = (heading[1] ?? "").replaceAll("`", "");
      found.push({ title, id: slugger.slug(title), text: "" });
    } else {
      const last = found.at(-1);
      if (last) last.text += `${line}\n`;
    }
  }
  return found.map((section) => ({ ...section, text: plain(section.text) }));
}

/** The anchors of a cause's page for the headings of its file. */
const CAUSE_ANCHORS: Readonly<Record<string, string>> = {
  "What is happening": "what",
  Fix: "fix",
  "When it is not this": "not-this",
};

function ofCause(cause: Cause, place: string): Entry[] {
  const href = `/causes/${cause.id}/`;
  const symptoms = Object.values(cause.symptoms)
    .flatMap(({ says }) => says ?? [])
    .join(" ");
  const own = { title: cause.title, place, names: cause.id, errors: [] as string[] };
  const top: Entry = {
    ...own,
    href,
    kind: "cause",
    text: plain(
      `${cause.lead} ${fill(cause.headline, {}, place)}. ${symptoms} ${cause.mitigate.title}. ${cause.mitigate.do}`,
    ),
  };
  const errors: Entry[] =
    cause.errors.length > 0
      ? [{ ...own, href: `${href}#see`, kind: "error", names: "", errors: cause.errors, text: "" }]
      : [];
  const parts = sections(cause.body).flatMap(({ title, text }): Entry[] => {
    const anchor = CAUSE_ANCHORS[title];
    return anchor
      ? [
          {
            ...own,
            href: `${href}#${anchor}`,
            kind: "section",
            title: `${cause.title}: ${title.toLowerCase()}`,
            names: "",
            text,
          },
        ]
      : [];
  });
  return [top, ...errors, ...parts];
}

function ofGuide(guide: Guide): Entry[] {
  const href = `/guides/${guide.framework}/`;
  const own = { kind: "guide" as const, errors: [] as string[], place: "Guide" };
  return [
    { ...own, href, title: guide.title, names: guide.framework, text: plain(guide.lead) },
    ...sections(guide.body)
      .filter(({ text }) => text !== "")
      .map(({ title, id, text }) => ({
        ...own,
        href: `${href}#${id}`,
        title,
        place: guide.title.split(":")[0] ?? guide.title,
        names: guide.framework,
        text,
      })),
  ];
}

/** What most searches are after, and what can be asked for by its exact words: it is read first. */
const FIRST: ReadonlySet<Kind> = new Set<Kind>(["cause", "error", "guide", "limit", "config"]);

/** Whether an entry belongs to the first tier of the index. */
export const comesFirst = ({ kind }: Pick<Entry, "kind">): boolean => FIRST.has(kind);

/** All entries in a fixed order, those of the first tier before the others. */
export function searchEntries(content: Content): Entry[] {
  const entries = allEntries(content);
  return [...entries.filter(comesFirst), ...entries.filter((entry) => !comesFirst(entry))];
}

function allEntries(content: Content): Entry[] {
  const layer = (id: string) => content.layers.find((one) => one.id === id)?.name ?? id;
  const layerOf = (causes: readonly string[]) => {
    const cause = content.causes.find(({ id }) => causes.includes(id));
    return cause ? layer(cause.layer) : "";
  };
  const none: string[] = [];
  const alsoOf = new Map(
    Object.values(content.products)
      .flat()
      .map(({ id, also }) => [id, (also ?? []).join(" ")]),
  );
  return [
    ...content.causes.flatMap((cause) => ofCause(cause, layer(cause.layer))),
    ...content.guides.flatMap(ofGuide),
    ...content.checks.map((check): Entry => ({
      href: `/checks/#${check.id}`,
      kind: "check",
      title: check.title,
      place: layer(check.layer),
      names: "",
      errors: none,
      text: plain(`${check.look} ${check.run ?? ""}`),
    })),
    ...content.pairs.map((pair): Entry => ({
      href: `/pairs/${pair.id}/`,
      kind: "pair",
      title: pair.title.replaceAll("`", ""),
      place: content.products.framework.find(({ id }) => id === pair.framework)?.name ?? "Serving",
      names: pair.framework,
      errors: none,
      text: plain(`${pair.broken} ${pair.fixed}`),
    })),
    ...content.configs.map((config): Entry => ({
      href: `/configs/${config.id}/`,
      kind: "config",
      title: `${config.name}: ${config.title}`,
      place: layerOf(config.causes),
      errors: none,
      names: `${config.name} ${alsoOf.get(config.product) ?? ""} ${config.files.flatMap(({ why }) => why.map(({ text }) => text)).join(" ")}`,
      text: plain(
        `${config.summary} ${config.files.flatMap(({ why }) => why.map(({ says }) => says)).join(" ")} ${config.fixed.map(({ limit, around }) => `${limit} ${around}`).join(" ")}`,
      ),
    })),
    ...content.limits.map((limit): Entry => ({
      href: `/limits/#${limit.id}`,
      kind: "limit",
      title: `${limit.product}: ${limit.setting}`,
      place: layer(limit.layer),
      errors: none,
      names: `${limit.product} ${limit.setting} ${limit.key} ${limit.on ?? ""} ${alsoOf.get(limit.on ?? "") ?? ""} ${limit.seconds === null ? "" : `${limit.seconds} s`} ${limit.value}`,
      text: plain(
        limit.seconds === null
          ? `${limit.value}: ${limit.sees} ${limit.counts}`
          : `${limit.value}: ${limit.counts} ${limit.sees}`,
      ),
    })),
    ...content.symptoms.map(({ id, label, what }): Entry => ({
      href: `/causes/#${id}`,
      kind: "page",
      title: label,
      place: "Causes by what you see",
      names: id,
      errors: none,
      text: plain(what),
    })),
    ...content.pages.map(({ id, title, says, names }): Entry => ({
      href: `/${id}/`,
      kind: "page",
      title,
      place: "",
      names,
      errors: none,
      text: plain(says),
    })),
    ...content.runbooks.examples.map((example): Entry => ({
      href: `/runbooks/#${example.id}`,
      kind: "page",
      title: exampleTitle(example),
      place: "Runbooks",
      names: "runbook link",
      errors: none,
      text: plain(`${example.where} ${example.says}`),
    })),
    ...content.notes.map((note): Entry => ({
      href: `${notePage(note)}#${noteAnchor(note)}`,
      kind: "section",
      title: note.title,
      place: "Your team",
      names: note.products.join(" "),
      errors: none,
      text: plain(note.body),
    })),
    ...content.facts.map((fact): Entry => ({
      href: `/facts/${fact.id}/`,
      kind: "fact",
      title: fact.title.replaceAll("`", ""),
      place: layerOf(fact.causes),
      names: "",
      errors: none,
      text: plain(fact.statement),
    })),
  ];
}

/** Answers that name no product. */
const NO_PRODUCT = new Set(["none", "other", "local", "vm"]);

/** Names of products as people write them, for what a search says of the user's path. */
export function searchNames(content: Content): Named[] {
  return Object.entries(content.products).flatMap(([question, products]) =>
    products
      .filter(({ id }) => !NO_PRODUCT.has(id))
      .map(({ id, name, also }): Named => ({
        question,
        id,
        name,
        several: content.questions.some((one) => one.id === question && one.kind === "products"),
        // A row can stand for two that go together, and an id is a name that people type.
        names: [
          ...new Set([
            name,
            ...name.split(/ (?:with|and|or) /),
            ...(id.includes("-") ? [id] : []),
            ...(also ?? []),
          ]),
        ],
      })),
  );
}
