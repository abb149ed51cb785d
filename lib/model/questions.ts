/** Which values a question takes, and how they read: the one place that knows. */
import { SYMPTOM } from "./ids";
import type { Option, Product, Products, Question, Symptom } from "./knowledge";

/** What the values of questions stand in. */
export interface Asked {
  questions: readonly Question[];
  symptoms: readonly Symptom[];
  products: Products;
}

/** A value of a question. `product` is set where the value is one. */
export interface Value extends Option {
  product?: Product;
}

/** Whether a question is answered with products. */
export const asksForProducts = ({ kind }: Pick<Question, "kind">): boolean =>
  kind === "product" || kind === "products";

/** The questions that are answered with products. */
export const dimensionsOf = (questions: readonly Question[]): Question[] => questions.filter(asksForProducts);

/** The values of a question in the order of the knowledge; null where any number of seconds is one. "Don't know" is not among them. */
export function valuesOf(
  question: Question,
  { symptoms, products }: Pick<Asked, "symptoms" | "products">,
): Value[] | null {
  if (question.kind === "seconds") return null;
  if (asksForProducts(question))
    return (products[question.id] ?? []).map((product) => ({ id: product.id, label: product.name, product }));
  return question.id === SYMPTOM
    ? symptoms.map(({ id, label, what, silent }) => ({ id, label, what, silent }))
    : question.options;
}
