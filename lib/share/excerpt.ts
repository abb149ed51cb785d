/**
 * An excerpt: a verdict, a cause, a check or a limit as a text that a team keeps, as Markdown or as one
 * step of a runbook.
 */
import { under } from "../model/address";
import { blocks, codeBlock, escaped, line, link, list, type Inline, type Words } from "./markdown";

/** Code to run, and the language for its fence. */
export interface Block {
  code: string;
  lang: string;
}

/** Something to run, where to look, and what it can show. */
export interface Command {
  title?: string | undefined;
  /** Absent where there is nothing to run, only something to look at. */
  block?: Block | undefined;
  look: Words;
  outcomes: readonly Words[];
}

/** A line with a name, such as the default of a limit. */
export interface Detail {
  name: string;
  says: Words;
}

/** What is copied, cut down from its document. Data: the build writes it beside the document. */
export interface Excerpt {
  title: string;
  /** Its address: from the root of the site as the build writes it, whole once it is placed on one. */
  href: string;
  /** Why it matters: a sentence or two. */
  why: readonly Words[];
  details: readonly Detail[];
  commands: readonly Command[];
  /** What to do then: the mitigation of a cause or of a verdict. */
  then: readonly Words[];
  /** Commands that belong to what to do then. */
  thenRun: readonly Block[];
  /** How to see that it worked. */
  verify: readonly Command[];
}

/** The site's name, as links call it. */
const SITE = "Lastbyte";

/**
 * A whole address.
 * @param site where the reader is, without a slash at the end: https://lastbyte.example, or below a path of a host
 * @param href from the root of the site, or whole already
 */
export const wholeAddress = (site: string, href: string): string =>
  new URL(under(site, href), `${site}/`).href;

/** The same excerpt with whole addresses, on a site as `wholeAddress` takes it. */
export function placedOn(site: string, excerpt: Excerpt): Excerpt {
  const whole = (href: string): string => wholeAddress(site, href);
  const words = (inlines: Words): Inline[] =>
    inlines.map((inline) =>
      typeof inline === "object" && "href" in inline ? { ...inline, href: whole(inline.href) } : inline,
    );
  const command = (one: Command): Command => ({
    ...one,
    look: words(one.look),
    outcomes: one.outcomes.map(words),
  });
  return {
    ...excerpt,
    href: whole(excerpt.href),
    why: excerpt.why.map(words),
    details: excerpt.details.map(({ name, says }) => ({ name, says: words(says) })),
    commands: excerpt.commands.map(command),
    then: excerpt.then.map(words),
    verify: excerpt.verify.map(command),
  };
}

const blockOf = ({ code, lang }: Block): string => codeBlock(code, lang);

const commandLines = ({ title, block, look, outcomes }: Command): string[] => [
  title ? `### ${escaped(title)}` : "",
  block ? blockOf(block) : "",
  line(look) === "" ? "" : `Look at: ${line(look)}`,
  list(outcomes),
];

/** The whole excerpt: title with its link, why, details, every command, what to do. */
export function asMarkdown({ title, href, why, details, commands, then, thenRun, verify }: Excerpt): string {
  const action = [...then.map((words) => line(words)), ...thenRun.map(blockOf)];
  return blocks([
    `## ${link(title, href)}`,
    ...why.slice(0, 1).map((words) => line(words)),
    list(why.slice(1)),
    list(details.map(({ name, says }) => [{ strong: `${name}:` }, " ", ...says])),
    ...commands.flatMap(commandLines),
    action.length > 0 && "### Then",
    ...action,
    ...verify.flatMap(commandLines),
  ]);
}

/**
 * One step of a runbook: heading, why, command, what to look at, what it can show, what then, link. Only
 * the first command belongs to it.
 */
export function asStep({ title, href, why, details, commands, then, thenRun }: Excerpt): string {
  const [first] = commands;
  const filled = (all: readonly Words[]) => all.map((words) => line(words)).filter((text) => text !== "");
  // Reasons where there are some; else the first details.
  const more =
    why.length > 1
      ? why.slice(1, 3)
      : details.slice(0, 2).map(({ name, says }): Words => [`${name}: `, ...says]);
  const reason = filled([...why.slice(0, 1), ...more]);
  const outcomes = filled(first?.outcomes ?? []);
  const look = first ? line(first.look) : "";
  const what = first?.title !== undefined && first.title !== title ? ` ${escaped(first.title)}` : "";
  return blocks([
    `### ${escaped(title)}`,
    reason.length > 0 && `**Why:** ${reason.join(" · ")}`,
    first?.block && `**Run:**${what}`,
    first?.block && blockOf(first.block),
    look !== "" && `**Look at:** ${look}`,
    outcomes.length > 0 && "**It shows:**",
    outcomes.map((text) => `- [ ] ${text}`).join("\n"),
    then.length > 0 && "**Then:**",
    list(then),
    ...thenRun.map(blockOf),
    `**More:** ${link(`${SITE}: ${title}`, href)}`,
  ]);
}
