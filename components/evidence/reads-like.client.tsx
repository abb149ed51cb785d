"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { titleOf } from "./marks";
import type { Placed } from "./protocol";

/** Of the kinds that a text reads like, the likeliest: the others weigh little. */
const MOST_SHOWN = 4;

/** The causes whose solved incidents share words with a text, and the words. */
export function ReadsLike({ placed, prepared }: { placed: readonly Placed[]; prepared: Prepared }) {
  const like = placed.flatMap(({ finding: { words, speaks } }) =>
    words ? speaks.map(({ cause, weight }) => ({ cause, weight, words })) : [],
  );
  if (like.length === 0) return null;
  return (
    <details className="between reads-like">
      <summary>Reads like solved incidents: which, and by which words</summary>
      <ul>
        {like
          .toSorted((a, b) => Number(b.weight) - Number(a.weight))
          .slice(0, MOST_SHOWN)
          .map(({ cause, words }) => (
            <li key={cause}>
              <a href={`/causes/${cause}/`}>{titleOf(cause, prepared.knowledge)}</a>:{" "}
              <span className="soft">{words.join(", ")}</span>
            </li>
          ))}
      </ul>
    </details>
  );
}
