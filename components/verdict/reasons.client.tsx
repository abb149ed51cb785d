"use client";
import type { ReactNode } from "react";
import type { Ranked } from "@/lib/model/verdict";
import { Says } from "@/components/ui/says";

/** Reasons that are shown on each side before "more". */
const MOST_FOR = 3;
const MOST_AGAINST = 1;
const MOST_MISSING = 1;

/** Why: what speaks for a cause, against it, and what is missing. The strongest stand in view. */
export function Reasons({ cause }: { cause: Ranked }) {
  const line = (about: string, look: string, words: string, says: ReactNode) => (
    <li key={about} className={look}>
      <span className="live">{words}: </span>
      {says}
    </li>
  );
  const pro = cause.for.map(({ about, says }) => line(about, "pro", "For it", <Says text={says} />));
  const con = cause.against.map(({ about, says }) => line(about, "con", "Against it", <Says text={says} />));
  const gaps = cause.missing.map(({ question, short }) => line(question, "gap", "Not known", short));
  if (pro.length + con.length + gaps.length === 0) return null;
  const later = [...pro.slice(MOST_FOR), ...con.slice(MOST_AGAINST), ...gaps.slice(MOST_MISSING)];
  return (
    <>
      <ul className="why">
        {pro.slice(0, MOST_FOR)}
        {con.slice(0, MOST_AGAINST)}
        {gaps.slice(0, MOST_MISSING)}
      </ul>
      {later.length > 0 && (
        <details className="tabs more">
          <summary>{later.length} more</summary>
          <ul className="why">{later}</ul>
        </details>
      )}
    </>
  );
}
