/** A verdict, a cause, a check or a limit as a text that a team keeps: as Markdown, and as one step of a runbook. */
import { blocks, codeBlock, escaped, line, link, list, type Words } from "./markdown";

/** Something to run, where to look, and what it can show. */
export interface Command {
  title?: string | undefined;
  code?: string | undefined;
  lang: string;
  look: Words;
  outcomes: readonly Words[];
}

/** What is shared, cut down from its document. */
export interface Piece {
  title: string;
  /** The whole address, with the origin that the reader is on. */
  href: string;
  /** Why it matters: a sentence or two. */
  why: readonly Words[];
  /** Named facts, such as those of a limit. */
  facts: readonly { name: string; says: Words }[];
  commands: readonly Command[];
  /** What to do then: the mitigation of a cause or of a verdict, the setting of a limit. */
  then: readonly Words[];
  /** Commands that belong to what to do then. */
  thenRun: readonly { code: string; lang: string }[];
  /** How to see that it worked. */
  verify: readonly Command[];
}

/** The site's name, as links call it. */
const SITE = "Lastbyte";

const commandOf = ({ title, code, lang, look, outcomes }: Command, level: string): string[] => [
  title ? `${level} ${escaped(title)}` : "",
  code ? codeBlock(code, lang) : "",
  line(look) === "" ? "" : `Look at: ${line(look)}`,
  list(outcomes),
];

const thenOf = ({ then, thenRun }: Piece): string[] => [
  ...then.map((words) => line(words)),
  ...thenRun.map(({ code, lang }) => codeBlock(code, lang)),
];

/** The whole piece: title with its link, why, facts, every command, what to do. */
export function asMarkdown(piece: Piece): string {
  const { title, href, why, facts, commands } = piece;
  const then = thenOf(piece);
  return blocks([
    `## ${link(title, href)}`,
    ...why.slice(0, 1).map((words) => line(words)),
    list(why.slice(1)),
    list(facts.map(({ name, says }) => [{ strong: `${name}:` }, " ", ...says])),
    ...commands.flatMap((command) => commandOf(command, "###")),
    then.length > 0 && "### Then",
    ...then,
    ...piece.verify.flatMap((command) => commandOf(command, "###")),
  ]);
}

/** One step of a runbook: heading, why, command, what to look at, what it can show, what then, link. Only the first command belongs to it. */
export function asStep(piece: Piece): string {
  const { title, href, why, facts, commands } = piece;
  const [first] = commands;
  // Reasons where there are some; else what is known as fact.
  const more =
    why.length > 1
      ? why.slice(1, 3)
      : facts.slice(0, 2).map(({ name, says }): Words => [`${name}: `, ...says]);
  const reason = [...why.slice(0, 1), ...more].map((words) => line(words)).filter((text) => text !== "");
  const outcomes = (first?.outcomes ?? []).map((words) => line(words)).filter((text) => text !== "");
  const look = first ? line(first.look) : "";
  return blocks([
    `### ${escaped(title)}`,
    reason.length > 0 && `**Why:** ${reason.join(" · ")}`,
    first?.code && `**Run:**${first.title && first.title !== title ? ` ${escaped(first.title)}` : ""}`,
    first?.code && codeBlock(first.code, first.lang),
    look !== "" && `**Look at:** ${look}`,
    outcomes.length > 0 && "**It shows:**",
    outcomes.map((text) => `- [ ] ${text}`).join("\n"),
    piece.then.length > 0 && "**Then:**",
    list(piece.then),
    ...piece.thenRun.map(({ code, lang }) => codeBlock(code, lang)),
    `**More:** ${link(`${SITE}: ${title}`, href)}`,
  ]);
}
