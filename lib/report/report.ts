/** The hand-over report: a case and its verdict as Markdown, for whoever takes over. */
import type { Prepared } from "../diagnosis/prepared";
import type { Finding } from "../model/finding";
import type { Ranked, Stop, Verdict } from "../model/verdict";
import { percent } from "../diagnosis/words";
import type { Leaving } from "../state/policy";
import type { Excerpt } from "../text/redact/excerpts";
import { md, mdCode, mdLink, mdSays } from "./markdown";
import { answerLines, excerptLines, foundLines, minuteOf, triedLines } from "./told";

/** The fields of the case that may be handed over, its verdict, and what the page knows. */
export interface ReportInput extends Leaving<"report"> {
  /** What was read from texts; their words are in no report. */
  findings: readonly Finding[];
  /** Lines of texts that are handed over on purpose, redacted. */
  excerpts?: readonly Excerpt[];
  verdict: Verdict;
  /** The verdict as one sentence. */
  headline: string;
  prepared: Prepared;
  /** Address that opens the case, and the site that it is on, without a closing slash. */
  link: string;
  site: string;
  /** When the report is made, as an ISO time. */
  made: string;
  /** Version of the knowledge. */
  revision: string;
}

/** Causes that are told with their reasons; the others are named. */
const TOLD = 5;
const NAMED = 10;
/** Below this share of the odds a cause is only named. */
const WORTH_TELLING = 0.01;
const MORE_CHECKS = 3;

/** The parts of a cause's page, in the order in which they are needed in an incident. */
const NOW = [
  { part: "stop", title: "Stop the bleeding now" },
  { part: "prove", title: "Prove it" },
  { part: "fix", title: "Fix it for good" },
  { part: "verify", title: "Check that it worked" },
] as const;

const STATES: Readonly<Record<Stop["state"], string>> = {
  open: "not cleared yet",
  cleared: "cleared",
  suspect: "the break is suspected here",
  beyond: "after the break",
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines];

function pathLines({ verdict }: ReportInput): string[] {
  return verdict.path.map((stop, at) => {
    const state =
      stop.state === "suspect" && verdict.break === "held"
        ? "tokens seem to be held back here"
        : STATES[stop.state];
    return `${at + 1}. ${stop.named ? `**${md(stop.name)}**` : md(stop.name)}: ${state}`;
  });
}

function causeLines(cause: Ranked, rank: number, site: string): string[] {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`- ${title}:`, ...lines.map((line) => `  - ${line}`)];
  return [
    ...(rank > 1 ? [""] : []),
    `### ${rank}. ${md(cause.title)} (${percent(cause.share)} of the odds)`,
    "",
    ...list(
      "For it",
      cause.for.map(({ says }) => mdSays(says)),
    ),
    ...list(
      "Against it",
      cause.against.map(({ says }) => mdSays(says)),
    ),
    ...list(
      "Not known",
      cause.missing.map(({ short }) => md(short)),
    ),
    ...(rank === 1
      ? NOW.map(({ part, title }) => `- ${mdLink(title, `${site}/causes/${cause.id}/#${part}`)}`)
      : [`- ${mdLink("How to prove and fix it", `${site}/causes/${cause.id}/`)}`]),
  ];
}

function rankedLines({ verdict, site }: ReportInput): string[] {
  const open = verdict.causes.filter(({ ruledOut }) => !ruledOut);
  const told = open.slice(0, TOLD).filter(({ share }, at) => at === 0 || share >= WORTH_TELLING);
  // A cleared layer is told below; its causes are next to impossible, and would seem to say the contrary
  // here.
  const cleared = new Set(verdict.cleared.map(({ layer }) => layer));
  const others = open
    .filter((cause) => !told.includes(cause) && !cleared.has(cause.layer))
    .slice(0, NAMED)
    .map((cause) => `${md(cause.title)} (${percent(cause.share)})`);
  const rest =
    open.filter((cause) => !cleared.has(cause.layer) || told.includes(cause)).length -
    told.length -
    others.length;
  return [
    ...told.flatMap((cause, at) => causeLines(cause, at + 1, site)),
    ...(others.length > 0
      ? ["", `Less likely: ${others.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}.`]
      : []),
  ];
}

/** Layers that are cleared, then causes that are ruled out, each reason once. */
function outLines({ verdict }: ReportInput): string[] {
  const reasons = new Map<string, string[]>();
  for (const cause of verdict.causes.filter(({ ruledOut }) => ruledOut)) {
    const says =
      cause.against.find(({ weight }) => weight === "rules-out")?.says ?? "What is known speaks against it.";
    reasons.set(says, [...(reasons.get(says) ?? []), md(cause.title)]);
  }
  return [
    ...verdict.cleared.map(({ name, because }) => `- Cleared: **${md(name)}**. ${mdSays(because)}`.trimEnd()),
    ...verdict.clearedSettings.map(({ because }) => `- Cleared: ${mdSays(because)}`),
    ...[...reasons].map(([says, titles]) => `- ${mdSays(says)} That rules out: ${titles.join("; ")}.`),
  ];
}

function nextLines({ verdict, prepared, site }: ReportInput): string[] {
  const steps = verdict.checklist.flatMap((step) =>
    prepared.knowledge.checks.filter(({ id }) => id === step.id),
  );
  const question = prepared.knowledge.questions.find(({ id }) => id === verdict.question?.id);
  const [next, ...later] = steps;
  return [
    ...(next
      ? [
          `- **${md(next.title)}**, about ${next.effort} min. ${mdLink("How to run it", `${site}/checks/#${next.id}`)}`,
        ]
      : ["- Every check that could tell more is done."]),
    ...later
      .slice(0, MORE_CHECKS)
      .map(
        (check) =>
          `- Then: ${md(check.title)}, about ${check.effort} min. ${mdLink("How", `${site}/checks/#${check.id}`)}`,
      ),
    ...(question ? [`- A question that would tell: ${md(question.ask)}`] : []),
  ];
}

/**
 * The report as Markdown. The same input gives the same text; every text in it is escaped.
 * @param input the case, its verdict, and what the page knows: address, time, version
 */
export function reportOf(input: ReportInput): string {
  const { headline, link, made, revision, verdict } = input;
  return [
    `# ${md(headline === "" ? "Nothing is known yet" : headline)}`,
    "",
    `Hand-over report, ${minuteOf(made)}. ${mdLink("Open this case", link)}.`,
    ...(verdict.status === "unsure"
      ? ["", "No cause stands out yet: the order below is what speaks for each so far."]
      : []),
    ...(verdict.status === "ranked" && verdict.level
      ? ["", "The first two causes are as likely as each other."]
      : []),
    ...verdict.contradictions.map((sentence) => `\n${md(sentence)}`),
    ...section("What is known", answerLines(input)),
    ...section("What was read from texts", foundLines(input)),
    ...(input.excerpts ?? []).flatMap(excerptLines),
    ...section("The path of a token", pathLines(input)),
    ...section("Causes, the likeliest first", rankedLines(input)),
    ...section("Ruled out or cleared", outLines(input)),
    ...section("What was tried", triedLines(input)),
    ...section("Next", nextLines(input)),
    "",
    `Made in a browser by Lastbyte, knowledge ${mdCode(revision)}. The case as a link:`,
    "",
    `<${/^https?:\/\/[^\s<>]+$/.test(link) ? link : "about:blank"}>`,
    "",
  ].join("\n");
}
