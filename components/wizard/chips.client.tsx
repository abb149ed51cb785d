"use client";
import { useState, type KeyboardEvent } from "react";
import { OTHER, UNKNOWN } from "@/lib/model/ids";
import type { Choice } from "./choices";

/** Choices shown before "more", where there is room for them. */
const SHOWN = 9;

/** Arrow keys move, Enter chooses, digits choose while the focus is inside. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button.chip")];
  const at = chips.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined && at >= 0) {
    event.preventDefault();
    chips[(at + step + chips.length) % chips.length]?.focus();
  } else if (/^[1-9]$/.test(event.key) && Number(event.key) <= chips.length) {
    event.preventDefault();
    chips[Number(event.key) - 1]?.click();
  }
}

/** Choices as buttons, the first of many until all are asked for. */
export function Chips({
  choices,
  chosen,
  onChoose,
  numbered,
  most = SHOWN,
}: {
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
  numbered: boolean;
  /** Choices shown before "more". */
  most?: number | undefined;
}) {
  const [all, setAll] = useState(false);
  const named = choices.filter((choice) => choice.id !== OTHER && choice.id !== UNKNOWN);
  const short = choices.length > most + 2 && !all;
  const first = short ? named.slice(0, most - 2) : named;
  const chip = (choice: Choice, at: number) => (
    <button
      key={choice.id}
      type="button"
      className={named.includes(choice) ? "chip" : "chip more"}
      aria-pressed={chosen.includes(choice.id)}
      onClick={() => onChoose(choice.id)}
      title={choice.what}
    >
      {numbered && at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}
      {choice.label}
      {choice.team && <small>your team</small>}
    </button>
  );
  return (
    // The question itself is read as the name of the group around it.
    <div className="chips" role="toolbar" aria-label="Answers" onKeyDown={onKeyDown}>
      {first.map(chip)}
      {short && (
        <button type="button" className="chip more" onClick={() => setAll(true)}>
          {named.length - first.length} more
        </button>
      )}
      {choices
        .filter((choice) => !named.includes(choice))
        .map((choice, at) => chip(choice, first.length + Number(short) + at))}
    </div>
  );
}
