/** Ids of the label list from our own: what was added since is a kind of a label, or of none. */
import type { Answers } from "../model/answers";
import { NONE, SYMPTOM } from "../model/ids";
import type { Knowledge, Refines } from "../model/knowledge";
import { asksForProducts } from "../model/questions";
import { productOf } from "../model/hop";

/** The label that an id stands for; null where the label list has none. */
export function labelOf({ id, refines }: Refines & { id: string }): string | null {
  if (refines === undefined) return id;
  return refines === NONE ? null : refines;
}

const each = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Cause ids, ranked, as labels, each once. */
export function labelsOfCauses(ids: readonly string[], { causes }: Knowledge): string[] {
  const byId = new Map(causes.map((cause) => [cause.id, labelOf(cause)]));
  return each(ids.map((id) => byId.get(id) ?? null));
}

/** Answers to questions with their values as labels; a value that no label stands for is left out. */
export function labelsOfAnswers(answers: Answers, { questions, products, symptoms }: Knowledge): Answers {
  const labelled = questions.flatMap((question) => {
    const given = answers[question.id];
    if (!given) return [];
    const values = asksForProducts(question)
      ? products[question.id]
      : question.id === SYMPTOM
        ? symptoms
        : null;
    if (!values) return [{ id: question.id, labels: [...given] }];
    const labelIn = (value: string) => {
      const found = values.find(({ id }) => id === productOf(value));
      return found ? labelOf(found) : value;
    };
    return [{ id: question.id, labels: each(given.map(labelIn)) }];
  });
  return Object.fromEntries(
    labelled.filter(({ labels }) => labels.length > 0).map(({ id, labels }) => [id, labels]),
  );
}
