/** What a question offers, as the page shows it. */
import { dimensionsOf, valuesOf, type Value } from "@/lib/model/questions";
import { DONT_KNOW } from "@/lib/diagnosis/words";
import type { Answers } from "@/lib/model/answers";
import { productOf } from "@/lib/model/hop";
import { OTHER, UNKNOWN } from "@/lib/model/ids";
import type { Knowledge, Product, Question } from "@/lib/model/knowledge";

export interface Choice {
  id: string;
  label: string;
  what?: string | undefined;
  /** Added by the reader's own team. */
  team?: boolean | undefined;
}

/** Whether one product lets another stand beside it; what is not named can stand beside all. */
function accepts(product: Product, dimension: string, id: string): boolean {
  if (id === OTHER || id === UNKNOWN) return true;
  return (
    (product.with?.[dimension]?.includes(id) ?? true) &&
    !(product.without?.[dimension]?.includes(id) ?? false)
  );
}

/** A product that is named on the path, and the question that named it. */
interface Neighbour {
  dimension: string;
  id: string;
  product: Product | undefined;
}

function neighboursOf(question: Question, answers: Answers, { questions, products }: Knowledge): Neighbour[] {
  return dimensionsOf(questions)
    .filter(({ id }) => id !== question.id)
    .flatMap(({ id: dimension }) =>
      (answers[dimension] ?? []).map(productOf).map((id) => ({
        dimension,
        id,
        product: products[dimension]?.find((candidate) => candidate.id === id),
      })),
    );
}

/** Whether a value can stand beside all that is named. */
const fits = (product: Product | undefined, question: Question, neighbours: readonly Neighbour[]): boolean =>
  !product ||
  neighbours.every(
    ({ dimension, id, product: neighbour }) =>
      accepts(product, dimension, id) && (!neighbour || accepts(neighbour, question.id, product.id)),
  );

const choiceOf = ({ id, label, what, product }: Value): Choice => ({ id, label, what, team: product?.team });

/** The choices of a question that can stand with the other answers, "don't know" at the end. */
export function choicesOf(question: Question, answers: Answers, knowledge: Knowledge): Choice[] {
  const neighbours = neighboursOf(question, answers, knowledge);
  const values = (valuesOf(question, knowledge) ?? []).filter(({ product }) =>
    fits(product, question, neighbours),
  );
  return [...values.map(choiceOf), { id: UNKNOWN, label: DONT_KNOW }];
}
