"use client";
import type { ReactNode } from "react";
import type { Opened } from "@/lib/diagnosis/opened";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Judgement } from "@/lib/diagnosis/judge";
import type { NextStep } from "@/lib/model/verdict";
import { standingOf } from "@/lib/share/standing";

const MARKS = { Open: "?", Held: "‖", Cut: "✕" } as const;

interface Props {
  verdict: Judgement;
  opened: Opened;
  prepared: Prepared;
}

/** How things stand, and how much speaks for the cause that is open. What can be done with it stands at the end. */
export function Kicker({ verdict, opened, prepared, children }: Props & { children: ReactNode }) {
  const { cause, place, sure } = opened;
  const layer = prepared.knowledge.layers.find(({ id }) => id === cause.layer)?.name ?? "";
  const standing = place === 0 ? standingOf(verdict) : "Open";
  const weighed = cause.for.length + cause.against.length;
  const left = verdict.causes.filter(({ ruledOut }) => !ruledOut).length;
  return (
    <div className="kicker">
      <span className={`tag ${sure ? verdict.break : "held"}`}>
        {place === 0 ? `${MARKS[standing]} ${standing}` : `Number ${place + 1} of ${left}`}
        {verdict.status !== "unsure" || place > 0 ? `: ${layer}` : ""}
      </span>
      {weighed > 0 ? (
        <span>
          {cause.for.length} of {weighed} things that you know speak for it
        </span>
      ) : (
        <span>nothing that you know bears on it yet</span>
      )}
      {children}
    </div>
  );
}

/** What has to be said of the ranking as a whole: that it is not sure, that two are level, that answers disagree. */
export function Remarks({
  verdict,
  opened,
  question,
}: Pick<Props, "verdict" | "opened"> & {
  /** What is asked next; null where nothing is, undefined until it is known. */
  question: NextStep | null | undefined;
}) {
  const [first, second] = verdict.causes;
  const { place, sure } = opened;
  return (
    <>
      {place > 0 && first && (
        <p className="note">More speaks for “{first.title}”. This one is open because you chose it.</p>
      )}
      {place === 0 && !sure && (
        <p className="tell">
          {verdict.status === "unsure" && first ? (
            <>
              No cause stands out. The likeliest so far: <b>{first.title}</b>.
            </>
          ) : (
            "It is ahead, but not by enough to act on alone."
          )}{" "}
          <b>What would tell:</b>{" "}
          {question !== null ? "the question and the check below." : "the check below."}
        </p>
      )}
      {place === 0 && verdict.status !== "unsure" && verdict.level && second && (
        <p className="note">
          Level with it: <b>{second.title}</b>. The next check tells them apart.
        </p>
      )}
      {verdict.contradictions.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
    </>
  );
}
