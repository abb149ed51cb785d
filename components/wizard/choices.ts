/** What a question offers, as the page shows it. */
import type { Product, Question } from "@/lib/content/schema";
import { UNKNOWN } from "@/lib/diagnosis/evidence";
import type { Answers, Knowledge } from "@/lib/diagnosis/types";
import { DONT_KNOW } from "@/lib/diagnosis/words";

export interface Choice {
  id: string;
  label: string;
  what?: string | undefined;
  /** Added by the reader's own team. */ team?: boolean | undefined;
}

const isDimension = (id: string, knowledge: Knowledge): id is keyof Knowledge["products"] =>
  id in knowledge.products;

/** Whether one product lets another stand beside it; what is not named can stand beside all. */
function accepts(product: Product, dimension: string, id: string): boolean {
  if (id === "other" || id === UNKNOWN) return true;
  return (
    (product.with?.[dimension]?.includes(id) ?? true) &&
    !(product.without?.[dimension]?.includes(id) ?? false)
  );
}

function products(dimension: keyof Knowledge["products"], answers: Answers, knowledge: Knowledge): Choice[] {
  const others = (Object.keys(knowledge.products) as (typeof dimension)[]).filter((key) => key !== dimension);
  const beside = others.flatMap((other) =>
    (answers[other] ?? []).map((id) => ({
      other,
      id,
      product: knowledge.products[other].find((candidate) => candidate.id === id),
    })),
  );
  return knowledge.products[dimension]
    .filter((product) =>
      beside.every(
        ({ other, id, product: neighbour }) =>
          accepts(product, other, id) && (!neighbour || accepts(neighbour, dimension, product.id)),
      ),
    )
    .map(({ id, name, team }) => ({ id, label: name, team }));
}

/** The choices of a question that can stand with the other answers, "don't know" at the end. */
export function choicesOf(question: Question, answers: Answers, knowledge: Knowledge): Choice[] {
  const dont: Choice = { id: UNKNOWN, label: DONT_KNOW };
  if (isDimension(question.id, knowledge)) return [...products(question.id, answers, knowledge), dont];
  if (question.id === "symptom")
    return [...knowledge.symptoms.map(({ id, label, what }) => ({ id, label, what })), dont];
  return [...question.options, dont];
}
