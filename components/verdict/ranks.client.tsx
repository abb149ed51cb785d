"use client";
import { useState } from "react";
import { oddsWords } from "@/lib/diagnosis/sure";
import type { Ranked } from "@/lib/model/verdict";
import { Says } from "@/components/ui/says";

/** Causes that stand in the list, and those of them that stand there before "more". */
const LISTED = 8;
const SHOWN = 3;
/** Units of a bar's width. */
const BAR = 100;

/** The odds as a bar: they are not calibrated, so that they have no number. */
function Odds({ share }: { share: number }) {
  return (
    <>
      <svg className="odds" viewBox={`0 0 ${BAR} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={BAR} height="1" />
        <rect className="share" width={Math.max(1, share * BAR)} height="1" />
      </svg>
      <span className="sub">{oddsWords(share)}</span>
    </>
  );
}

/** What tells a cause from the first: the strongest reason against it, or else for it. */
function Hint({ cause }: { cause: Ranked }) {
  const against = cause.against[0];
  const reason = against ?? cause.for[0];
  if (!reason) return null;
  return (
    <small>
      {against ? "Against it: " : "For it: "}
      <Says text={reason.says} />
    </small>
  );
}

interface Props {
  causes: readonly Ranked[];
  /** Id of the cause that is open. */
  open: string;
  /** Where a press on a cause leads. */
  hrefOf: (place: number) => string;
}

/** What it can be: the causes in their order, the open one marked, each a press away. */
export function Ranks({ causes, open, hrefOf }: Props) {
  const [all, setAll] = useState(false);
  const listed = causes
    .map((cause, place) => ({ cause, place }))
    .filter(({ cause, place }) => place < LISTED || cause.id === open);
  const out = causes.filter(({ ruledOut }) => ruledOut).length;
  const more = listed.filter(({ cause, place }) => place >= SHOWN && cause.id !== open).length;
  return (
    <div className="ranks">
      <h2 id="can-be">What it can be</h2>
      <ol data-verdict="" className={all ? "all" : ""} aria-labelledby="can-be">
        {listed.map(({ cause, place }) => (
          <li
            key={cause.id}
            data-cause={cause.id}
            className={place >= SHOWN && cause.id !== open ? "later" : ""}
          >
            <a href={hrefOf(place)} aria-current={cause.id === open ? "true" : undefined}>
              <span className="n">{place + 1}</span>
              <b>{cause.title}</b>
              <Odds share={cause.share} />
              {cause.id !== open && <Hint cause={cause} />}
            </a>
          </li>
        ))}
      </ol>
      <p className="small soft no-print">
        {more > 0 && (
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `${more} more`}
          </button>
        )}{" "}
        {out > 0 && `${out} ruled out`}
      </p>
    </div>
  );
}
