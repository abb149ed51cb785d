/**
 * Multinomial logistic regression with a quadratic penalty, fitted by L-BFGS (Nocedal and Wright, Numerical Optimization,
 * algorithm 7.4). No chance is in it: the same examples give the same weights.
 */

/** Features and how strong each is. */
export interface Features {
  features: readonly number[];
  values: readonly number[];
}

/**
 * One example: its features, how much each class has a part in it (the parts add up to one), and how much it counts.
 * It is seen once for each of `variants`, which adds its own: what they share is added up once.
 */
export interface Example extends Features {
  variants: readonly Features[];
  parts: readonly (readonly [cls: number, part: number])[];
  /** Of each variant. */
  weight: number;
}

export interface Sizes {
  features: number;
  classes: number;
}

/** How strongly weights are kept small beside how well they fit: larger is looser. */
export interface Fitting {
  looseness: number;
  /** At most so many steps. */
  steps: number;
}

/** Steps that L-BFGS remembers. */
const MEMORY = 8;
/** A step has to gain so much of what its slope promises. */
const SUFFICIENT = 1e-4;
const SHORTEST_STEP = 1e-8;
/** A gain of less than this part of the loss is none. */
const NO_GAIN = 1e-7;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

/** `to += factor * of`, in place: vectors are large. */
function add(to: Float64Array, of: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += factor * (of[at] ?? 0);
}

/** Scores of all classes turned into shares of one, in place. @returns the logarithm of what they were divided by */
function toShares(scores: Float64Array): number {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let cls = 0; cls < scores.length; cls += 1) {
    const raised = Math.exp((scores[cls] ?? 0) - most);
    scores[cls] = raised;
    sum += raised;
  }
  for (let cls = 0; cls < scores.length; cls += 1) scores[cls]! /= sum;
  return Math.log(sum) + most;
}

/** What features add to the scores of all classes. */
function addScores(scores: Float64Array, { features, values }: Features, weights: Float64Array): void {
  const classes = scores.length;
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let cls = 0; cls < classes; cls += 1) scores[cls]! += value * (weights[row + cls] ?? 0);
  }
}

/** What residuals of all classes add to the slope of features. */
function addSlope(slope: Float64Array, { features, values }: Features, residuals: Float64Array): void {
  const classes = residuals.length;
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let cls = 0; cls < classes; cls += 1) slope[row + cls]! += value * (residuals[cls] ?? 0);
  }
}

const sumOf = (many: readonly Float64Array[]): Float64Array => {
  const sum = new Float64Array(many[0]?.length ?? 0);
  for (const one of many) add(sum, one, 1);
  return sum;
};

/** The loss of weights, with its slope written into `slope`. The last feature is one in every example, and unpenalised. */
function lossOf(
  weights: Float64Array,
  slope: Float64Array,
  examples: readonly Example[],
  { features, classes }: Sizes,
  { looseness }: Fitting,
): number {
  const penalised = features * classes;
  let loss = 0;
  slope.fill(0);
  for (let at = 0; at < penalised; at += 1) {
    const weight = weights[at] ?? 0;
    loss += (weight * weight) / (2 * looseness);
    slope[at] = weight / looseness;
  }
  for (const example of examples) {
    const shared = weights.slice(penalised, penalised + classes);
    addScores(shared, example, weights);
    const residuals = example.variants.map((variant) => {
      const scores = shared.slice();
      addScores(scores, variant, weights);
      for (const [cls, part] of example.parts) loss -= example.weight * part * (scores[cls] ?? 0);
      loss += example.weight * toShares(scores);
      for (const [cls, part] of example.parts) scores[cls]! -= part;
      for (let cls = 0; cls < classes; cls += 1) scores[cls]! *= example.weight;
      addSlope(slope, variant, scores);
      return scores;
    });
    const sum = sumOf(residuals);
    for (let cls = 0; cls < classes; cls += 1) slope[penalised + cls]! += sum[cls] ?? 0;
    addSlope(slope, example, sum);
  }
  return loss;
}

interface Past {
  moved: Float64Array;
  turned: Float64Array;
  inverse: number;
}

/** The way down: the slope, bent by what the last steps told of the curvature. */
function wayDown(slope: Float64Array, past: readonly Past[]): Float64Array {
  const way = Float64Array.from(slope, (value) => -value);
  const kept: number[] = [];
  for (const { moved, turned, inverse } of past.toReversed()) {
    const share = inverse * dot(moved, way);
    kept.push(share);
    add(way, turned, -share);
  }
  const last = past.at(-1);
  if (last) {
    const scale = 1 / (last.inverse * dot(last.turned, last.turned));
    for (let at = 0; at < way.length; at += 1) way[at]! *= scale;
  }
  for (const { moved, turned, inverse } of past)
    add(way, moved, (kept.pop() ?? 0) - inverse * dot(turned, way));
  return way;
}

/**
 * @returns weights by feature and class, row by row; after the rows of the features one of what each class weighs by itself
 */
export function fit(examples: readonly Example[], sizes: Sizes, fitting: Fitting): Float64Array {
  const length = (sizes.features + 1) * sizes.classes;
  let weights = new Float64Array(length);
  let slope = new Float64Array(length);
  let loss = lossOf(weights, slope, examples, sizes, fitting);
  const past: Past[] = [];
  for (let step = 0; step < fitting.steps; step += 1) {
    const way = wayDown(slope, past);
    const promised = dot(slope, way);
    let stride = past.length > 0 ? 1 : 1 / Math.sqrt(dot(slope, slope) + 1);
    let next = weights;
    const turned = new Float64Array(length);
    let reached = Infinity;
    for (; stride > SHORTEST_STEP; stride /= 2) {
      next = weights.slice();
      add(next, way, stride);
      reached = lossOf(next, turned, examples, sizes, fitting);
      if (reached <= loss + SUFFICIENT * stride * promised) break;
    }
    if (!(loss - reached > NO_GAIN * Math.abs(loss))) break;
    const newSlope = turned.slice();
    const moved = next.slice();
    add(moved, weights, -1);
    add(turned, slope, -1);
    const curvature = dot(moved, turned);
    if (curvature > 0) past.push({ moved, turned, inverse: 1 / curvature });
    if (past.length > MEMORY) past.shift();
    [weights, slope, loss] = [next, newSlope, reached];
  }
  return weights;
}
