/** The body of an MDX file: what it holds, and mistakes in it, told before the framework meets them. */
import { createProcessor } from "@mdx-js/mdx";
import GithubSlugger from "github-slugger";
import remarkGfm from "remark-gfm";
import type { Prose, Section } from "../model/content";

/** A part of the text as the parser sees it. */
interface Part {
  type: string;
  name?: string | null;
  value?: string;
  depth?: number;
  url?: string;
  position?:
    | { start: { line: number; offset?: number | undefined }; end: { offset?: number | undefined } }
    | undefined;
  attributes?: readonly { type: string; name?: string; value?: unknown }[];
  children?: readonly Part[];
}

/** The tags that a text may use, each with its attributes. Components have capitals. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  Pair: ["id"],
  span: ["id"],
  br: [],
  kbd: [],
};
const ADDRESS = /^(https?:\/\/|mailto:|\/|#)/;
const HINT =
  "MDX takes { and < for its own signs: put code between backticks, and write a link as [words](address)";

const parser = createProcessor({ remarkPlugins: [remarkGfm] });

const listOf = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(", ");
const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

function tagProblem({ name, attributes = [] }: Part): string | null {
  const tag = name ?? "";
  const allowed = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
  if (allowed === undefined) {
    const names = Object.keys(TAGS).filter((one) => isComponent(one) === isComponent(tag));
    return `there is no ${isComponent(tag) ? "component" : "tag"} <${tag}>; there is ${listOf(names)}. ${HINT}`;
  }
  if (attributes.some(({ type, value }) => type !== "mdxJsxAttribute" || typeof value === "object"))
    return `what stands in <${tag}> is read as a program: give each attribute a text between quotes`;
  const unknown = attributes.find((attribute) => !allowed.includes(attribute.name ?? ""));
  if (unknown) return `<${tag}> has no attribute "${unknown.name ?? ""}"`;
  return tag === "Pair" && attributes.length === 0 ? "<Pair> must name a pair by its id" : null;
}

function problemOf(part: Part): string | null {
  if (part.type === "mdxFlowExpression" || part.type === "mdxTextExpression")
    return `“{${part.value ?? ""}}” is read as a program. ${HINT}`;
  if (part.type === "mdxjsEsm") return "import and export have no place here";
  if (part.type.startsWith("mdxJsx")) return tagProblem(part);
  if (part.type.startsWith("image")) return "there are no pictures: a page loads nothing from elsewhere";
  return part.url !== undefined && !ADDRESS.test(part.url)
    ? `“${part.url}” is no address: write https://…, /… or #…`
    : null;
}

const wordsOf = (part: Part): string => part.value ?? (part.children ?? []).map(wordsOf).join("");

const all = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(all)];

const lineOf = (part: Part): number => part.position?.start.line ?? 1;

function sectionsOf(parts: readonly Part[], linesBefore: number): Section[] {
  // Anchors as rehype-slug gives them: over all headings, in their order.
  const slugger = new GithubSlugger();
  return parts
    .filter(({ type }) => type === "heading")
    .map((heading) => {
      const title = wordsOf(heading);
      return {
        depth: heading.depth ?? 1,
        id: slugger.slug(title),
        title,
        line: lineOf(heading) + linesBefore,
        start: heading.position?.start.offset ?? 0,
        end: heading.position?.end.offset ?? 0,
      };
    });
}

function pairsOf(parts: readonly Part[], linesBefore: number): Prose["pairs"] {
  return parts
    .filter(({ type, name }) => type.startsWith("mdxJsx") && name === "Pair")
    .flatMap((part) =>
      (part.attributes ?? []).flatMap(({ name, value }) =>
        name === "id" && typeof value === "string" ? [{ id: value, line: lineOf(part) + linesBefore }] : [],
      ),
    );
}

export interface ReadProse {
  prose: Prose;
  /** What is wrong with it, a sentence each, with the line in the file. */
  problems: string[];
}

/**
 * Read a body of MDX.
 * @param linesBefore lines of the file that stand before the body
 */
export function readProse(text: string, linesBefore: number): ReadProse {
  try {
    const parts = all(parser.parse(text));
    return {
      prose: { text, sections: sectionsOf(parts, linesBefore), pairs: pairsOf(parts, linesBefore) },
      problems: parts.flatMap((part) => {
        const problem = problemOf(part);
        return problem === null ? [] : [`line ${lineOf(part) + linesBefore}: ${problem}.`];
      }),
    };
  } catch (error) {
    const { line = 1, reason = String(error) } = error as { line?: number; reason?: string };
    return {
      prose: { text, sections: [], pairs: [], unread: true },
      problems: [`line ${line + linesBefore}: ${reason.replace(/\.$/, "")}. ${HINT}.`],
    };
  }
}

/** The text under a heading, up to the next heading that is no deeper than `depth`. */
export function textUnder({ text, sections }: Prose, section: Section, depth: number): string {
  const next = sections.find((other) => other.start > section.start && other.depth <= depth);
  return text.slice(section.end, next?.start).trim();
}

/** The part of a text under the h2 with this title, without the heading; empty where there is none. */
export function partOf(prose: Prose, title: string): string {
  const section = prose.sections.find((one) => one.depth === 2 && one.title === title);
  return section ? textUnder(prose, section, 2) : "";
}
