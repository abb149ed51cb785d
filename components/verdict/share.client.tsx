"use client";
import type { Judgement } from "@/lib/diagnosis/judge";
import type { Opened } from "@/lib/diagnosis/opened";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Answers } from "@/lib/model/answers";
import { DeskCopyAs } from "@/components/copy-as/on-desk.client";
import { excerptOfVerdict } from "./excerpts";

interface Props {
  verdict: Judgement;
  opened: Opened;
  answers: Answers;
  prepared: Prepared;
  /** The check that comes next; null where none is left, or it is not weighed yet. */
  check: string | null;
}

/** The menu that carries the verdict away, with the cause that is open. */
export function ShareVerdict({ verdict, opened, answers, prepared, check }: Props) {
  const excerpt = () =>
    excerptOfVerdict(
      {
        headline: opened.headline,
        href: location.href,
        verdict,
        top: opened.cause,
        answers,
        knowledge: prepared.knowledge,
      },
      check,
    );
  return <DeskCopyAs what="this verdict" href={() => location.href} excerpt={excerpt} />;
}
