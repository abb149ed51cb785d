import { expect, test } from "vitest";
import { fit, type Example } from "./softmax";

const example = (features: number[], cls: number, weight = 1): Example => ({
  features,
  values: features.map(() => 1),
  variants: [{ features: [], values: [] }],
  parts: [[cls, 1]],
  weight,
});
const sizes = { features: 2, classes: 2 };
const fitting = { looseness: 10, steps: 100 };

/** What an example of one feature would be taken for. */
function sharesOf(weights: Float64Array, feature: number): number[] {
  const scores = [0, 1].map((cls) => (weights[feature * 2 + cls] ?? 0) + (weights[4 + cls] ?? 0));
  const raised = scores.map(Math.exp);
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}

test("a feature that tells nothing gives the shares of its examples", () => {
  const weights = fit([...Array.from({ length: 3 }, () => example([], 0)), example([], 1)], sizes, fitting);
  expect(sharesOf(weights, 0)[0]).toBeCloseTo(0.75, 3);
});

test("a feature of one class speaks for it, the more the looser the fit", () => {
  const examples = [example([0], 0), example([0], 0), example([1], 1), example([1], 1)];
  const [tight = 0, loose = 0] = [0.1, 10].map(
    (looseness) => sharesOf(fit(examples, sizes, { looseness, steps: 100 }), 0)[0],
  );
  expect(tight).toBeGreaterThan(0.5);
  expect(loose).toBeGreaterThan(tight);
});

test("at the end no step leads further down: the slope of each weight is the penalty's", () => {
  const examples = [example([0], 0, 2), example([0, 1], 1), example([1], 1), example([0], 1, 0.5)];
  const weights = fit(examples, sizes, fitting);
  // By the first feature: what examples pull, against what the penalty holds back.
  const pull = examples.reduce((sum, { features, weight, parts }) => {
    if (!features.includes(0)) return sum;
    const scores = [0, 1].map((cls) =>
      features.reduce((total, one) => total + (weights[one * 2 + cls] ?? 0), weights[4 + cls] ?? 0),
    );
    const raised = scores.map(Math.exp);
    const share = (raised[0] ?? 0) / raised.reduce((total, one) => total + one, 0);
    return sum + weight * (share - (parts[0]?.[0] === 0 ? 1 : 0));
  }, 0);
  expect(pull + (weights[0] ?? 0) / fitting.looseness).toBeCloseTo(0, 3);
});

test("what variants share, and what each adds, weighs as two examples would", () => {
  const both: Example = {
    ...example([0], 0),
    variants: [{ features: [1], values: [1] }, ...example([], 0).variants],
  };
  const apart = fit([example([0, 1], 0), example([0], 0), example([1], 1)], sizes, fitting);
  const together = fit([both, example([1], 1)], sizes, fitting);
  together.forEach((weight, at) => {
    expect(weight).toBeCloseTo(apart[at] ?? 0, 9);
  });
});

test("nothing to learn from gives no weight", () => {
  expect([...fit([], sizes, fitting)]).toEqual([0, 0, 0, 0, 0, 0]);
});
