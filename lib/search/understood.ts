/** Products and the seconds that a text names, as answers of the wizard. */
import { denoised, MOST_CHARACTERS } from "../text/noise";
import { secondsIn } from "../text/seconds";
import type { Named } from "./types";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export interface Understood {
  names: string[];
  /** Fragment of a link to the wizard, without `#`; empty where nothing was understood. */ fragment: string;
  /** The only number of seconds that the text names. */ seconds: number | null;
}

/**
 * What a text says of the user's path. The longest name wins, and is used up; of products that exclude each other the
 * first counts. Seconds count where the text names one number of them: of several nobody knows which cut the stream.
 */
export function understood(text: string, products: readonly Named[]): Understood {
  const ways = products
    .flatMap((product) => product.names.map((name) => ({ name, product })))
    .sort((a, b) => b.name.length - a.name.length);
  let rest = text.slice(-MOST_CHARACTERS);
  const lower = rest.toLowerCase();
  const found: { product: Named; at: number }[] = [];
  for (const { name, product } of ways) {
    if (!lower.includes(name.toLowerCase())) continue;
    const pattern = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, "gi");
    const at = rest.search(pattern);
    if (at < 0) continue;
    rest = rest.replace(pattern, (match) => " ".repeat(match.length));
    if (!found.some((one) => one.product === product)) found.push({ product, at });
  }
  found.sort((a, b) => a.at - b.at);
  const answers = new Map<string, Named[]>();
  for (const { product } of found) {
    const own = answers.get(product.question) ?? [];
    if (own.length === 0 || product.several) answers.set(product.question, [...own, product]);
  }
  const questions = [...new Set(products.map(({ question }) => question))].filter((question) =>
    answers.has(question),
  );
  const [seconds, another] = secondsIn(denoised(text));
  const only = seconds !== undefined && another === undefined && seconds > 0 ? seconds : null;
  const after = only === null ? [] : [String(only)];
  return {
    names: [
      ...questions.flatMap((question) => (answers.get(question) ?? []).map(({ name }) => name)),
      ...after.map((value) => `${value} s`),
    ],
    fragment: [
      ...questions.map(
        (question) =>
          `${question}=${(answers.get(question) ?? []).map(({ id }) => encodeURIComponent(id)).join(",")}`,
      ),
      ...after.map((value) => `after=${value}`),
    ].join("&"),
    seconds: only,
  };
}
