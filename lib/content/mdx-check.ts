/** Mistakes in MDX that somebody who writes Markdown makes, told before the framework meets them. */
import { compileSync } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";

/** A part of the text as the parser sees it. */
interface Part {
  type: string;
  name?: string | null;
  value?: string;
  position?: { start: { line: number } };
  attributes?: readonly { type: string; value?: unknown }[];
  children?: readonly Part[];
}

const HINT =
  "MDX takes { and < for its own signs: put code between backticks, and write a link as [words](address)";

function problemOf(part: Part, components: ReadonlySet<string>): string | null {
  if (part.type === "mdxFlowExpression" || part.type === "mdxTextExpression")
    return `“{${part.value ?? ""}}” is read as a program. ${HINT}`;
  if (part.type === "mdxjsEsm") return "import and export have no place here";
  const name = part.name ?? "";
  if (
    part.attributes?.some(
      ({ type, value }) => type !== "mdxJsxAttribute" || (typeof value === "object" && value !== null),
    )
  )
    return `what stands in braces in <${name}> is read as a program: put a text between quotes`;
  return part.type.startsWith("mdxJsx") && /^[A-Z]/.test(name) && !components.has(name)
    ? `there is no component <${name}>; there is ${[...components].map((one) => `<${one}>`).join(", ")}`
    : null;
}

/**
 * What is wrong with a body of MDX, a sentence each, with the line in the file.
 * @param linesBefore lines of the file that stand before the body
 * @param components names that the text may use
 */
export function mdxProblems(body: string, linesBefore: number, components: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const say = (line: number | undefined, sentence: string) =>
    problems.push(`line ${(line ?? 1) + linesBefore}: ${sentence}.`);
  const look = (part: Part) => {
    const problem = problemOf(part, components);
    if (problem !== null) say(part.position?.start.line, problem);
    part.children?.forEach(look);
  };
  try {
    compileSync(body, { remarkPlugins: [remarkGfm, () => look] });
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    say(line, `${reason ?? String(error)}. ${HINT}`.replace(/\.\. /, ". "));
  }
  return problems;
}
