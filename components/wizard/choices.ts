/** What a question offers, as the page shows it. */
import type { Product, Question } from "@/lib/content/schema";
import { factsOf, UNKNOWN, type Facts } from "@/lib/diagnosis/evidence";
import { possible } from "@/lib/diagnosis/rank";
import type { Answers, Knowledge } from "@/lib/diagnosis/types";

export interface Choice { id: string; label: string; what?: string | undefined }

const isDimension = (id: string, knowledge: Knowledge): id is keyof Knowledge["products"] => id in knowledge.products;

function standsWith(product: Product, answers: Answers, facts: Facts): boolean {
  if (product.with && !possible(product.with, facts)) return false;
  return !Object.entries(product.without ?? {}).some(([key, ids]) => (answers[key] ?? []).some((id) => ids.includes(id)));
}

function products(dimension: keyof Knowledge["products"], answers: Answers, knowledge: Knowledge): Choice[] {
  const facts = factsOf(answers, knowledge);
  const others = Object.keys(knowledge.products).filter((key) => key !== dimension) as (typeof dimension)[];
  return knowledge.products[dimension]
    .filter((product) => standsWith(product, answers, facts))
    // The other side may name this one as what it cannot stand with.
    .filter((product) => others.every((other) => (answers[other] ?? []).every((id) => {
      const beside = knowledge.products[other].find((candidate) => candidate.id === id);
      return !(beside?.without?.[dimension] ?? []).includes(product.id) && (beside?.with?.[dimension] ? beside.with[dimension].includes(product.id) || product.id === "other" : true);
    })))
    .map(({ id, name }) => ({ id, label: name }));
}

/** The choices of a question that can stand with the other answers, "don't know" at the end. */
export function choicesOf(question: Question, answers: Answers, knowledge: Knowledge): Choice[] {
  const dont: Choice = { id: UNKNOWN, label: "Don’t know" };
  if (isDimension(question.id, knowledge)) return [...products(question.id, answers, knowledge), dont];
  if (question.id === "symptom") return [...knowledge.symptoms.map(({ id, label, what }) => ({ id, label, what })), dont];
  return [...question.options, dont];
}

/** An answer in words. */
export function answerWords(question: Question, values: readonly string[], knowledge: Knowledge): string {
  const all = choicesOf(question, {}, knowledge);
  if (question.kind === "seconds") return values[0] === UNKNOWN ? "Don’t know" : `${values[0]} s`;
  return values.map((value) => all.find((choice) => choice.id === value)?.label ?? value).join(", then ");
}
