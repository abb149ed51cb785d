"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { isAgainst, type Finding } from "@/lib/model/finding";
import { SIGNS } from "./marks";
import { Disagreements, TakenAnswers } from "./answers.client";
import { PieceView } from "./piece.client";
import { Speaks } from "./speaks.client";
import type { Given } from "./use-evidence.client";
import type { GivenActions } from "@/lib/state/given";
import "./evidence.css";

interface Props {
  given: Given;
  prepared: Prepared;
  actions: Pick<GivenActions, "takeFor" | "takeRoute" | "takeOut" | "forgetGiven">;
  /** Answer a question by hand; no values take the answer away. */
  onAnswer: (question: string, values: readonly string[]) => void;
}

/** What was read of texts that are no longer here. */
function Earlier({ earlier, prepared }: { earlier: readonly Finding[]; prepared: Prepared }) {
  const speaking = earlier.filter(({ speaks }) => speaks.length > 0);
  return (
    <section className="read-text" aria-label="Read before" data-earlier="">
      <header>
        <b>Read before</b> The text itself is no longer here: it was never in the link, nor on this disk.
      </header>
      <ul className="says">
        {speaking.map(({ rule, speaks }) => (
          <li key={rule}>
            <u aria-hidden="true">
              {speaks.some(({ weight }) => !isAgainst(weight)) ? "✕" : SIGNS.flow.sign}
            </u>
            <Speaks speaks={speaks} prepared={prepared} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that was given, with what was found on it. */
export function GivenView({ given, prepared, actions, onAnswer }: Props) {
  const { pieces, outcomes, earlier } = given;
  return (
    <section className="given no-print" id="given" aria-labelledby="given-title" tabIndex={-1}>
      <header>
        <h2 id="given-title">What you gave</h2>
        <p className="soft small">
          Read in this browser, sent nowhere. <a href="/privacy/">How to check</a>
        </p>
        <button type="button" className="btn" onClick={actions.forgetGiven}>
          Forget all of it
        </button>
      </header>
      {pieces.map((piece) => (
        <PieceView
          key={piece.number}
          piece={piece}
          outcome={outcomes.get(piece.number)}
          prepared={prepared}
          actions={actions}
        />
      ))}
      {earlier.length > 0 && <Earlier earlier={earlier} prepared={prepared} />}
      <TakenAnswers given={given} prepared={prepared} />
      <Disagreements given={given} prepared={prepared} onAnswer={onAnswer} />
    </section>
  );
}
