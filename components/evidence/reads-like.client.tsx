"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { sureWords, titleOf } from "./marks";
import type { Placed } from "./protocol";

/** The causes whose solved incidents share words with a text, and the words. */
export function ReadsLike({ placed, prepared }: { placed: readonly Placed[]; prepared: Prepared }) {
  const like = placed.flatMap(({ finding: { words, speaks } }) =>
    words ? speaks.map(({ cause, weight }) => ({ cause, weight, words })) : [],
  );
  if (like.length === 0) return null;
  return (
    <details className="between reads-like">
      <summary>
        Reads like solved incidents of {like.length === 1 ? "one kind" : `${like.length} kinds`}
      </summary>
      <ul>
        {like
          .toSorted((a, b) => Number(b.weight) - Number(a.weight))
          .map(({ cause, weight, words }) => (
            <li key={cause}>
              {sureWords({ weight })} <a href={`/causes/${cause}/`}>{titleOf(cause, prepared.knowledge)}</a>:{" "}
              <span className="soft">{words.join(", ")}</span>
            </li>
          ))}
      </ul>
    </details>
  );
}
