"use client";
import { useState } from "react";
import type { Answers } from "@/lib/model/answers";
import { MAX_HOPS, nextKey, numbered, productOf } from "@/lib/model/hop";
import { NONE, OTHER, UNKNOWN } from "@/lib/model/ids";
import type { Question } from "@/lib/model/knowledge";
import type { Choice } from "./choices";
import { Chips } from "./chips.client";

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

interface HopsProps {
  choices: readonly Choice[];
  question: Question;
  answers: Answers;
  onAnswer: (values: readonly string[]) => void;
}

/** Several hops in their order: chosen ones are added at the end, a second press takes one out. */
export function Hops({ choices, answers, question, onAnswer }: HopsProps) {
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
      <Chips choices={choices} chosen={chosen.map(productOf)} onChoose={press} numbered={false} />
      {hops.length > 0 && (
        <Order hops={chosen} name={(key) => numbered(label(productOf(key)), key)} onHops={take} />
      )}
    </>
  );
}
