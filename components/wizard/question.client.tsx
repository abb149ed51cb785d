"use client";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import type { Question } from "@/lib/model/knowledge";
import { seconds } from "@/lib/diagnosis/situation";
import { NONE, OTHER, UNKNOWN } from "@/lib/model/ids";
import type { Answers } from "@/lib/model/answers";
import type { Knowledge } from "@/lib/model/knowledge";
import { MAX_HOPS, nextKey, numbered, productOf } from "@/lib/model/hop";
import { choicesOf, type Choice } from "./choices";

interface Props {
  question: Question;
  answers: Answers;
  knowledge: Knowledge;
  onAnswer: (values: readonly string[]) => void;
  note?: string | undefined;
}

/** Choices shown before "more". */
const SHOWN = 9;

/** Arrow keys move, Enter chooses, digits choose while the focus is inside. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button.chip")];
  const at = chips.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined && at >= 0) {
    event.preventDefault();
    chips[(at + step + chips.length) % chips.length]?.focus();
  } else if (/^[1-9]$/.test(event.key) && Number(event.key) <= chips.length) {
    event.preventDefault();
    chips[Number(event.key) - 1]?.click();
  }
}

function Chips({
  choices,
  chosen,
  onChoose,
  numbered,
  label,
}: {
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
  numbered: boolean;
  label: string;
}) {
  const [all, setAll] = useState(false);
  const named = choices.filter((choice) => choice.id !== OTHER && choice.id !== UNKNOWN);
  const short = choices.length > SHOWN + 2 && !all;
  const first = short ? named.slice(0, SHOWN - 2) : named;
  const chip = (choice: Choice, at: number) => (
    <button
      key={choice.id}
      type="button"
      className={named.includes(choice) ? "chip" : "chip more"}
      aria-pressed={chosen.includes(choice.id)}
      onClick={() => onChoose(choice.id)}
      title={choice.what}
    >
      {numbered && at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}
      {choice.label}
      {choice.team && <small>your team</small>}
    </button>
  );
  return (
    <div className="chips" role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {first.map(chip)}
      {short && (
        <button type="button" className="chip more" onClick={() => setAll(true)}>
          {named.length - first.length} more
        </button>
      )}
      {choices
        .filter((choice) => !named.includes(choice))
        .map((choice, at) => chip(choice, first.length + Number(short) + at))}
    </div>
  );
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

/** Offered while a product may stand on the path once more. */
function Again({ hops, name, onHops }: HopsOrder) {
  const products = [...new Set(hops.map(productOf))].filter((id) => id !== OTHER);
  return products.flatMap((product) => {
    const key = nextKey(product, hops);
    return key === null || hops.length >= MAX_HOPS ? (
      []
    ) : (
      <button key={key} type="button" className="link" onClick={() => onHops([...hops, key])}>
        {name(product)} again
      </button>
    );
  });
}

interface HopsOrder {
  hops: readonly string[];
  name: (key: string) => string;
  onHops: (hops: readonly string[]) => void;
}

/** The hops in the order that was given, with a way to turn it round and to name one again. */
function Order({ hops, name, onHops }: HopsOrder) {
  return (
    <p className="small hops">
      {hops.length > 1 && (
        <span>
          Order, from the caller: <b>{hops.map(name).join(" → ")}</b>
        </span>
      )}
      {hops.length > 1 && (
        <button type="button" className="link" onClick={() => onHops([...hops].reverse())}>
          Turn it round
        </button>
      )}
      <Again hops={hops} name={name} onHops={onHops} />
    </p>
  );
}

/** Several hops in their order: chosen ones are added at the end, a second press takes one out. */
function Hops({
  choices,
  answers,
  question,
  onAnswer,
}: { choices: readonly Choice[] } & Pick<Props, "answers" | "question" | "onAnswer">) {
  const [chosen, setChosen] = useState<readonly string[]>(answers[question.id] ?? []);
  const label = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id;
  const isAlone = (id: string) => id === NONE || id === UNKNOWN;
  const take = (next: readonly string[]) => {
    setChosen(next);
    onAnswer(next);
  };
  const press = (id: string) => {
    const hops = chosen.filter((other) => !isAlone(other));
    const others = hops.filter((other) => productOf(other) !== id);
    if (isAlone(id)) take([id]);
    else take(others.length < hops.length ? others : [...hops, id]);
  };
  const hops = chosen.filter((id) => !isAlone(id) && id !== OTHER);
  return (
    <>
      <Chips
        choices={choices}
        chosen={chosen.map(productOf)}
        onChoose={press}
        numbered={false}
        label={question.ask}
      />
      {hops.length > 0 && (
        <Order hops={chosen} name={(key) => numbered(label(productOf(key)), key)} onHops={take} />
      )}
    </>
  );
}

/** One question as a group with its heading. */
export function QuestionField({ question, answers, knowledge, onAnswer, note }: Props) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const choices = choicesOf(question, { ...answers, [question.id]: [] }, knowledge);
  return (
    <fieldset ref={group} data-question={question.id}>
      <legend id={id} tabIndex={-1}>
        {question.ask}
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
          label={question.ask}
        />
      )}
      {note && <p className="tiny soft">{note}</p>}
    </fieldset>
  );
}
