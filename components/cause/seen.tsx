import { Fragment } from "react";
import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import type { Cause } from "@/lib/model/content";
import type { Rule } from "@/lib/model/knowledge";
import { answerWords } from "@/lib/diagnosis/words";

/** Rules that speak strongly against a cause and are told. */
const MOST_AGAINST = 3;

/** The answers for which a rule speaks, as the wizard words them; any one of those to a question is enough. */
function Condition({ rule: { when } }: { rule: Rule }) {
  const { questions, ...named } = content();
  return Object.entries(when).map(([id, values]) => {
    const question = questions.find((one) => one.id === id);
    if (!question) return null;
    return (
      <Fragment key={id}>
        <b>{question.short}:</b> {values.map((value) => answerWords(question, [value], named)).join(" · ")}
        .{" "}
      </Fragment>
    );
  });
}

/** What one sees when it is this cause, what speaks against it, and the strings to look for. */
export function Seen({ cause }: { cause: Cause }) {
  const symptoms = content().symptoms.filter((symptom) => (cause.symptoms[symptom.id]?.weight ?? -1) > 0);
  const against = cause.evidence
    .filter((rule) => rule.weight === -2 || rule.weight === "rules-out")
    .slice(0, MOST_AGAINST);
  return (
    <>
      <ul className="why">
        {symptoms.map((symptom) => (
          <li key={symptom.id}>
            <b>{symptom.label}.</b> <Words inline>{cause.symptoms[symptom.id]?.says ?? symptom.what}</Words>
          </li>
        ))}
        {against.map((rule) => (
          <li key={rule.says} className="con">
            <Condition rule={rule} />
            <Words inline>{rule.says}</Words>
          </li>
        ))}
      </ul>
      {cause.errors.length > 0 && (
        <>
          <h3>Exact strings</h3>
          <ul className="errors">
            {cause.errors.map((error) => (
              <li key={error}>
                <code>{error}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
