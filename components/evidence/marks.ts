/** How a finding is marked on its line, and how sure it is, in words. */
import { isAgainst, isFound, type Finding, type Speech } from "@/lib/model/finding";
import type { EngineCause, Knowledge } from "@/lib/model/knowledge";

/** Tokens are cut here, held back here, pass here; or the line only answers a question. */
export type Mark = "cut" | "held" | "flow" | "says";

export const SIGNS: Readonly<Record<Mark, { sign: string; words: string }>> = {
  cut: { sign: "✕", words: "Speaks for a cut: " },
  held: { sign: "‖", words: "Speaks for tokens held back: " },
  flow: { sign: "✓", words: "Right: " },
  says: { sign: "→", words: "Says: " },
};

/** Whether a cause holds tokens back or cuts the stream: by the symptoms in which it shows itself. */
function breakOf({ symptoms }: EngineCause, { symptoms: all }: Pick<Knowledge, "symptoms">): "held" | "cut" {
  const weigh = (kind: "held" | "cut") =>
    all.reduce(
      (sum, { id, break: own }) => sum + (own === kind ? Math.max(0, symptoms[id]?.weight ?? 0) : 0),
      0,
    );
  return weigh("held") > weigh("cut") ? "held" : "cut";
}

/** The mark of a line. What speaks for a cause is louder than what speaks against one. */
export function markOf(
  findings: readonly Pick<Finding, "speaks" | "hint" | "origin">[],
  knowledge: Knowledge,
): Mark {
  const speaks = findings.filter(isFound).flatMap((finding) => finding.speaks);
  const causes = speaks.filter(({ weight }) => !isAgainst(weight)).map(({ cause }) => cause);
  const [first] = knowledge.causes.filter(({ id }) => causes.includes(id));
  if (first) return breakOf(first, knowledge);
  return speaks.length > 0 ? "flow" : "says";
}

/** What a page calls a cause; its id, where it is of another version. */
export const titleOf = (cause: string, { causes }: Pick<Knowledge, "causes">): string =>
  causes.find(({ id }) => id === cause)?.title ?? cause;

/** How sure a reason is, in words. */
export function sureWords({ weight }: Pick<Speech, "weight">): string {
  if (weight === "rules-out") return "Rules out";
  if (weight >= 3) return "Speaks strongly for";
  if (weight >= 1.5) return "Speaks for";
  if (weight > 0) return "Speaks softly for";
  return weight <= -2 ? "Speaks against" : "Speaks softly against";
}
