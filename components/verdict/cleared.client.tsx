"use client";
import type { Judgement } from "@/lib/diagnosis/judge";

/** Layers and settings that are out of it, each with the reason. */
export function Cleared({ cleared, clearedSettings }: Pick<Judgement, "cleared" | "clearedSettings">) {
  if (cleared.length + clearedSettings.length === 0) return null;
  return (
    <div className="stack-tight" data-cleared="">
      <h3>Cleared</h3>
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
