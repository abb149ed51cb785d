"use client";
import { useId, useRef, useState } from "react";
import { seconds } from "@/lib/diagnosis/situation";
import { UNKNOWN } from "@/lib/model/ids";
import type { Answers } from "@/lib/model/answers";
import type { Knowledge, Question } from "@/lib/model/knowledge";
import { Chips } from "./chips.client";
import { choicesOf } from "./choices";
import { Hops } from "./hops.client";

interface Props {
  question: Question;
  answers: Answers;
  knowledge: Knowledge;
  onAnswer: (values: readonly string[]) => void;
  note?: string | undefined;
  /** Choices shown before "more", where there is little room. */
  most?: number | undefined;
}

function Seconds({
  question,
  answers,
  onAnswer,
  id,
}: Pick<Props, "question" | "answers" | "onAnswer"> & { id: string }) {
  const given = answers[question.id]?.[0];
  const [text, setText] = useState(given === UNKNOWN ? "" : (given ?? ""));
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="chips"
      onSubmit={(event) => {
        event.preventDefault();
        const trimmed = text.trim();
        if (seconds({ [question.id]: [trimmed] }, question.id) === null) setWrong(true);
        else onAnswer([trimmed]);
      }}
    >
      <input
        className="field w-28"
        inputMode="decimal"
        aria-labelledby={id}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <button type="submit" className="btn">
        Use it
      </button>
      <button type="button" className="chip more" onClick={() => onAnswer([UNKNOWN])}>
        Don’t know
      </button>
      {wrong && (
        <p id={`${id}-wrong`} className="wrong">
          Write a number of seconds from 0 to 86400, such as 60.
        </p>
      )}
    </form>
  );
}

/** One question as a group with its heading. */
export function QuestionField({ question, answers, knowledge, onAnswer, note, most }: Props) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const choices = choicesOf(question, { ...answers, [question.id]: [] }, knowledge);
  return (
    <fieldset ref={group} data-question={question.id}>
      <legend>
        {/* Firefox hands the focus of a legend on to the first control of its group. */}
        <span id={id} tabIndex={-1}>
          {question.ask}
        </span>
      </legend>
      {question.help && <p className="small soft">{question.help}</p>}
      {question.kind === "seconds" ? (
        <Seconds question={question} answers={answers} onAnswer={onAnswer} id={id} />
      ) : question.kind === "products" ? (
        <Hops choices={choices} answers={answers} question={question} onAnswer={onAnswer} />
      ) : (
        <Chips
          choices={choices}
          chosen={answers[question.id] ?? []}
          onChoose={(value) => onAnswer([value])}
          numbered={!question.first || question.kind === "choice"}
          most={most}
        />
      )}
      {note && <p className="tiny soft">{note}</p>}
    </fieldset>
  );
}
