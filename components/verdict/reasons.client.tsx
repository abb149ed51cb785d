"use client";
import type { Ranked } from "@/lib/model/verdict";
import { Says } from "@/components/ui/says";

/** Why: what speaks for a cause, against it, and what is missing. */
export function Reasons({ cause }: { cause: Ranked }) {
  if (cause.for.length + cause.against.length + cause.missing.length === 0) return null;
  return (
    <ul className="why">
      {cause.for.map((reason) => (
        <li key={reason.about}>
          <span className="live">For it: </span>
          <Says text={reason.says} />
        </li>
      ))}
      {cause.against.map((reason) => (
        <li key={reason.about} className="con">
          <span className="live">Against it: </span>
          <Says text={reason.says} />
        </li>
      ))}
      {cause.missing.map((gap) => (
        <li key={gap.question} className="gap">
          <span className="live">Not known: </span>
          {gap.short}
        </li>
      ))}
    </ul>
  );
}
