"use client";
import { useCallback, useMemo, type ReactNode } from "react";
import type { Judgement } from "@/lib/diagnosis/judge";
import type { Opened } from "@/lib/diagnosis/opened";
import type { Answers } from "@/lib/model/answers";
import type { Evidence } from "@/lib/model/finding";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { letOut, type CaseState } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { AT } from "@/lib/state/codec";
import { linkOf } from "@/lib/state/view";
import { Ask } from "./ask.client";
import { useAfterPaint } from "@/components/ui/use-after-paint.client";
import { HandOver } from "@/components/handover/hand-over.client";
import type { GivenSource } from "@/components/handover/props";
import { Below } from "./below.client";
import { NextCheck } from "./checklist.client";
import { isWay, PARTS, type PartId } from "./part-list";
import { PartList } from "./parts.client";
import { Ranks } from "./ranks.client";
import { Reasons } from "./reasons.client";
import { Settings } from "./settings.client";
import { ShareVerdict } from "./share.client";
import { Kicker, Remarks } from "./standing.client";
import { useBelow, type Shown, type ShownBelow } from "./use-below.client";
import { usePlace } from "./use-place.client";

interface Props {
  verdict: Judgement;
  opened: Opened;
  state: CaseState & Actions;
  evidence: Evidence;
  /** The texts with the lines at which something was found. */
  sources: readonly GivenSource[];
  /** The answers as understood: by hand, measured, and read from what was given. */
  answers: Answers;
  prepared: Prepared;
  revision: string;
  /** What is kept beside this case. */
  kept: ReactNode;
  onAnswer: (question: string, values: readonly string[]) => void;
}

type GlanceProps = Pick<Props, "verdict" | "opened" | "state" | "answers" | "prepared" | "onAnswer"> & {
  below: ShownBelow | null;
};

/** The first screen: what it is and why, what else it can be, and what comes next. */
function Glance(props: GlanceProps) {
  const { verdict, opened, state, answers, prepared, below, onAnswer } = props;
  const { knowledge } = prepared;
  const hrefOf = (place: number) => {
    const chosen = place === 0 && verdict.status !== "unsure" ? null : (verdict.causes[place]?.id ?? null);
    return `#${linkOf(letOut("link", { ...state, chosen }), knowledge)}`;
  };
  return (
    <div className="glance" data-part="verdict" id="verdict">
      <div className="says">
        <Kicker verdict={verdict} opened={opened} prepared={prepared}>
          <ShareVerdict
            verdict={verdict}
            opened={opened}
            answers={answers}
            prepared={prepared}
            check={below?.next.check?.id ?? null}
          />
        </Kicker>
        <h1 tabIndex={-1}>{opened.headline}</h1>
        <Remarks verdict={verdict} opened={opened} question={below?.next.question} />
        <Reasons cause={opened.cause} />
      </div>
      <div className="aside">
        <Ranks causes={verdict.causes} open={opened.cause.id} hrefOf={hrefOf} />
        <div className="ask no-print">
          <Ask answers={answers} knowledge={knowledge} below={below} onAnswer={onAnswer} />
          <Settings answers={answers} causes={verdict.causes} prepared={prepared} onAnswer={onAnswer} />
        </div>
      </div>
      {below && (
        <NextCheck
          steps={below.next.checklist}
          answers={below.answers}
          knowledge={knowledge}
          onAnswer={onAnswer}
        />
      )}
    </div>
  );
}

/** The verdict: what it is, what else it can be and what comes next on the first screen, what to do about it below. */
export function VerdictView(props: Props) {
  const { verdict, opened, state, evidence, sources, answers, prepared, revision, kept, onAnswer } = props;
  const now = useMemo(
    (): Shown => ({ verdict, opened, evidence, answers }),
    [verdict, opened, evidence, answers],
  );
  const painted = useAfterPaint(now);
  const below = useBelow(painted, prepared);
  const { way: asked, went, setWay, goTo } = usePlace(prepared.knowledge);
  const ways = below?.ways ?? [];
  const way = ways.find(({ id }) => id === asked)?.id ?? ways[0]?.id ?? "code";
  const link = linkOf(letOut("link", state), prepared.knowledge);
  const hrefOf = useCallback((part: PartId) => `#${link}&${AT}=${part}`, [link]);
  const parts = PARTS.filter(({ id }) => !isWay(id) || ways.some((one) => one.id === id));
  return (
    <section className="verdict" aria-label="Verdict" aria-busy={painted !== now}>
      <PartList parts={parts} way={way} went={went} hrefOf={hrefOf} onGo={goTo} />
      <Glance {...props} below={below} />
      {below && (
        <>
          <Below
            shown={below}
            values={state.values}
            way={way}
            prepared={prepared}
            hrefOf={hrefOf}
            onWay={setWay}
            onAnswer={onAnswer}
            onValue={state.setValue}
          />
          <div data-part="hand-over" className="ends">
            <HandOver
              incident={state}
              findings={evidence.findings}
              sources={sources}
              prepared={prepared}
              revision={revision}
            />
            {kept}
          </div>
        </>
      )}
    </section>
  );
}
