"use client";
import { useState } from "react";
import { tells } from "@/lib/model/finding";
import { Box } from "./box.client";
import type { Giving } from "./use-giving.client";
import type { Given, Outcome } from "./use-evidence.client";

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

/** Findings that say something of a cause. */
const speaking = (outcome: Outcome | undefined): number =>
  outcome === undefined || typeof outcome === "string"
    ? 0
    : outcome.placed.filter(({ finding }) => tells(finding)).length;

/** What was given, in one sentence. */
function givenWords({ pieces, outcomes, earlier, lost, failure }: Given): string {
  if (pieces.some(({ number }) => !outcomes.has(number))) return "Reading …";
  const found = pieces.reduce((sum, { number }) => sum + speaking(outcomes.get(number)), 0);
  const before = earlier.filter(({ speaks }) => speaks.length > 0).length;
  const texts = count(pieces.length, "text");
  return [
    ...(pieces.length === 0
      ? []
      : [
          found === 0
            ? `${texts} read: nothing in it speaks for or against a cause.`
            : `${texts} read: ${count(found, "place")} ${found === 1 ? "speaks" : "speak"} for or against a cause.`,
        ]),
    ...(earlier.length === 0
      ? []
      : [`${count(before, "finding")} from before; the text itself is no longer here.`]),
    ...(lost === 0 ? [] : [`${count(lost, "finding")} of another version of Lastbyte left out.`]),
    ...(failure === null
      ? []
      : ["What was read before could not be loaded. Check the network, and load the page again."]),
  ].join(" ");
}

interface Props {
  given: Given;
  /** There is a verdict, and the texts stand below it. */
  told: boolean;
  giving: Giving;
  onForget: () => void;
}

/** Beside a verdict: what was given, in one line, and the way to give more. */
export function Strip({ given, giving, told, onForget }: Props) {
  const [open, setOpen] = useState(false);
  const { pieces, earlier, lost } = given;
  const something = pieces.length + earlier.length + lost > 0;
  return (
    <section className="given-strip no-print" aria-label="What you gave" data-strip="">
      <p role="status">{givenWords(given)}</p>
      <p className="acts small">
        {something && told && <a href="#given">See it on the text</a>}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {something ? "Add more" : "Paste a log, a config or code"}
        </button>
        {something && told && (
          <button type="button" className="link" onClick={onForget}>
            Forget all of it
          </button>
        )}
      </p>
      {open && <Box giving={giving} onTaken={() => setOpen(false)} />}
    </section>
  );
}
