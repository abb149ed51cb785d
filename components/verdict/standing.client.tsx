"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Judgement } from "@/lib/diagnosis/diagnose";
import type { Ranked } from "@/lib/model/verdict";
import { standingOf } from "@/lib/share/verdict";

const MARKS = { Open: "?", Held: "‖", Cut: "✕" } as const;

interface KickerProps {
  verdict: Judgement;
  prepared: Prepared;
  /** The cause that comes first. */
  top: Ranked;
}

/** How things stand, and how much speaks for it. */
export function Kicker({ verdict, top, prepared }: KickerProps) {
  const layer = prepared.knowledge.layers.find((candidate) => candidate.id === top.layer)?.name ?? "";
  const standing = standingOf(verdict);
  const marked = `${MARKS[standing]} ${standing}`;
  const weighed = top.for.length + top.against.length;
  if (verdict.status === "unsure")
    return (
      <p className="kicker">
        <span className="tag held">{marked}</span> the likeliest of{" "}
        {verdict.causes.filter((cause) => !cause.ruledOut).length} causes stand below
      </p>
    );
  return (
    <p className="kicker">
      <span className={`tag ${verdict.break}`}>
        {marked}: {layer}
      </span>
      {weighed > 0 && (
        <span>
          {top.for.length} of {weighed} things that you know and that bear on it speak for it
        </span>
      )}
    </p>
  );
}

/** What has to be said of the ranking as a whole. */
export function Remarks({ verdict }: { verdict: Judgement }) {
  const second = verdict.causes[1];
  const unsure = verdict.status === "unsure";
  return (
    <>
      {unsure && (
        <p className="lead">
          No cause stands out. The answers and checks below would tell; the likeliest cause so far is open.
        </p>
      )}
      {!unsure && verdict.level && second && (
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

/** Layers and settings that are out of it, each with the reason. */
export function Cleared({ cleared, clearedSettings }: Pick<Judgement, "cleared" | "clearedSettings">) {
  if (cleared.length + clearedSettings.length === 0) return null;
  return (
    <div className="stack-tight" data-cleared="">
      <h2>Cleared</h2>
      <ul className="why">
        {cleared.map(({ layer, name, because }) => (
          <li key={layer} className="done">
            <b>{name}.</b> {because}
          </li>
        ))}
        {clearedSettings.map(({ hop, limit, because }) => (
          <li key={`${hop} ${limit}`} className="done">
            {because}
          </li>
        ))}
      </ul>
    </div>
  );
}
