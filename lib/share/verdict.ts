/**
 * A verdict as an excerpt, composed from the state of the case and what the build wrote of its cause and
 * its next check.
 */
import type { Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import type { Ranked, Verdict } from "../model/verdict";
import { answerWords } from "../diagnosis/words";
import type { Command, Excerpt } from "./excerpt";
import { sentenceWords, type Words } from "./markdown";
import { standingOf } from "./standing";

/** Why a cause stands where it stands: what speaks for it, against it, and what is not known. */
function reasonsOf(cause: Ranked): Words[] {
  return [
    ...cause.for.map(({ says }): Words => ["For it: ", ...sentenceWords(says)]),
    ...cause.against.map(({ says }): Words => ["Against it: ", ...sentenceWords(says)]),
    ...cause.missing.map(({ short }): Words => [`Not known: ${short}`]),
  ];
}

export interface VerdictParts {
  /** The verdict as one sentence. */
  headline: string;
  /** The whole address of the case. */
  href: string;
  verdict: Pick<Verdict, "status" | "causes" | "break">;
  /** The cause that comes first. */
  top: Ranked;
  answers: Answers;
  knowledge: Knowledge;
  /** What the build wrote of that cause. */
  cause: Excerpt;
  /** And of the check that comes next, where one is left. */
  check: Excerpt | null;
}

/**
 * The excerpt of a verdict: its reasons, the answers, the next check, and what to do about the first cause.
 */
export function verdictExcerpt(parts: VerdictParts): Excerpt {
  const { headline, href, verdict, top, answers, knowledge, cause, check } = parts;
  const layer = knowledge.layers.find(({ id }) => id === top.layer)?.name ?? "";
  const standing = standingOf(verdict);
  const answered = knowledge.questions.flatMap((question) => {
    const values = answers[question.id];
    return values ? [{ name: question.short, says: [answerWords(question, values, knowledge)] }] : [];
  });
  return {
    title: headline,
    href,
    why: [[standing === "Open" ? standing : `${standing}: ${layer}`], ...reasonsOf(top)],
    details: [...answered, { name: "Cause", says: [{ link: top.id, href: cause.href }] }],
    commands: (check?.commands ?? []).map((command): Command => ({ ...command, title: check?.title })),
    then: cause.then,
    thenRun: cause.thenRun,
    verify: cause.verify,
  };
}
