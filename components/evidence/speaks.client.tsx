"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { Speech } from "@/lib/model/finding";
import { Says } from "@/components/ui/says";
import { sureWords, titleOf } from "./marks";

/** What a finding says, each sentence once, with the causes that it is about and how sure it is. */
export function Speaks({ speaks, prepared }: { speaks: readonly Speech[]; prepared: Prepared }) {
  const sentences = [...new Set(speaks.map(({ says }) => says))];
  return sentences.map((says) => (
    <p key={says}>
      <b>
        <Says text={says} />
      </b>{" "}
      {speaks
        .filter((speech) => speech.says === says)
        .map((speech) => (
          <span key={speech.cause} className="sure">
            {sureWords(speech)}{" "}
            <a href={`/causes/${speech.cause}/`}>{titleOf(speech.cause, prepared.knowledge)}</a>.{" "}
          </span>
        ))}
    </p>
  ));
}
