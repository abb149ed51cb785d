"use client";
import { useId, useState } from "react";
import { situationOf } from "@/lib/diagnosis/situation";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { settingKey, type Answers } from "@/lib/model/answers";
import { byHand } from "@/lib/model/finding";
import { hopName, type Hop } from "@/lib/model/hop";
import type { EngineLimit } from "@/lib/model/knowledge";
import type { Ranked } from "@/lib/model/verdict";
import { readAnswer } from "@/lib/state/read-answer";

/** Limits of so many of the first causes are asked about before "all". */
const FIRST_CAUSES = 3;

type OnAnswer = (key: string, values: readonly string[]) => void;

/** A limit of a hop that can be told its value. */
interface Settable {
  key: string;
  hop: Hop;
  limit: EngineLimit;
}

function settablesOf(answers: Answers, prepared: Prepared): Settable[] {
  const { path, elsewhere } = situationOf(byHand(answers), prepared);
  return path.flatMap((hop) =>
    prepared.knowledge.limits
      .filter(({ id, on, adjustable }) => on === hop.product.id && adjustable !== false && !elsewhere.has(id))
      .map((limit) => ({ key: settingKey({ hop: hop.key, limit: limit.id }), hop, limit })),
  );
}

interface FieldProps {
  settable: Settable;
  value: string | undefined;
  onAnswer: OnAnswer;
}

/** "Buffering is off", as a box to tick. */
function OffBox({ settable: { key, hop, limit }, value, onAnswer }: FieldProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={value === "off"}
        onChange={(event) => onAnswer(key, event.target.checked ? ["off"] : [])}
      />{" "}
      <span>
        <code>{limit.setting}</code> of {hopName(hop)} is off
      </span>
    </label>
  );
}

/** A number of seconds, "off" or "none", taken when it is confirmed. */
function SecondsField({
  settable: { key, hop, limit },
  value,
  prepared,
  onAnswer,
}: FieldProps & { prepared: Prepared }) {
  const id = useId();
  const [text, setText] = useState(value ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const use = () => {
    const given = text.trim();
    const { values, dropped } = readAnswer(key, given === "" ? [] : [given], prepared.knowledge);
    setProblem(dropped[0] ?? null);
    if (dropped.length === 0) onAnswer(key, values);
  };
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <label htmlFor={id}>
        <code>{limit.setting}</code>
        <span>
          {" "}
          of {hopName(hop)}
          {limit.seconds !== null && `, ${limit.seconds} s unless set`}
        </span>
      </label>
      <span className="chips">
        <input
          id={id}
          className="field w-28"
          inputMode="decimal"
          autoComplete="off"
          placeholder="seconds"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-wrong`}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
        <button type="submit" className="btn">
          {value === undefined ? "It is set to this" : "Change it"}
        </button>
      </span>
      {problem !== null && (
        <p className="wrong" id={`${id}-wrong`}>
          {problem}
        </p>
      )}
    </form>
  );
}

interface Props {
  answers: Answers;
  causes: readonly Ranked[];
  prepared: Prepared;
  onAnswer: OnAnswer;
}

/** What is set on the hops of the path: a known value takes the place of the default. */
export function Settings({ answers, causes, prepared, onAnswer }: Props) {
  const [all, setAll] = useState(false);
  const settables = settablesOf(answers, prepared);
  const first = causes.slice(0, FIRST_CAUSES).map(({ id }) => id);
  const near = settables.filter(
    ({ key, limit }) => first.includes(limit.cause) || answers[key] !== undefined,
  );
  const shown = all || near.length === 0 ? settables : near;
  if (settables.length === 0) return null;
  return (
    <details className="tabs no-print" data-settings="">
      <summary>Enter the limits that are set</summary>
      <div className="filters">
        {shown.map((settable) => {
          const value = answers[settable.key]?.[0];
          const given = { settable, value, onAnswer };
          return settable.limit.kind === "buffering" ? (
            <OffBox key={settable.key} {...given} />
          ) : (
            <SecondsField key={`${settable.key}=${value ?? ""}`} {...given} prepared={prepared} />
          );
        })}
      </div>
      {shown.length < settables.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          All {settables.length} settings of your path
        </button>
      )}
      <p className="tiny soft">
        Seconds, “off” or “none”. What you say here goes into the link and the report.
      </p>
    </details>
  );
}
