"use client";
import { useId } from "react";
import type { Piece } from "@/lib/model/piece";
import { partsTold, withPart } from "@/lib/model/told-kind";
import type { PieceReading } from "./protocol";
import { knownKinds } from "./reader";

/** Parts that can be corrected one by one: a text of more is a log. */
const MOST_PARTS = 30;

type Part = Pick<PieceReading["taken"][number], "from" | "to">;

export const linesWords = ({ from, to }: Part): string =>
  from === to ? `line ${from}` : `lines ${from} to ${to}`;

interface KindProps {
  /** What is chosen for, as a label. */
  label: string;
  /** The label is seen, and not only heard. */
  shown: boolean;
  value: string;
  onKind: (kind: string | null) => void;
}

function Kind({ label, shown, value, onKind }: KindProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={shown ? undefined : "live"}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => {
          onKind(event.target.value === "" ? null : event.target.value);
        }}
      >
        <option value="">{value === "" ? "No, it is …" : "What Lastbyte takes it for"}</option>
        {knownKinds().map(({ id: kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

interface Props {
  piece: Piece;
  taken: PieceReading["taken"];
  onKind: (as: string | null) => void;
}

/** Says what a text is, or each of its parts, where the reader took it for something else. */
export function Correct({ piece, taken, onKind }: Props) {
  const { name, as } = piece;
  const called = name ?? "Pasted text";
  const told = partsTold(as);
  const whole = told.length === 0 ? (as ?? "") : "";
  if (taken.length < 2 && told.length === 0)
    return (
      <span className="correct">
        <Kind label={`${called} is`} shown={false} value={whole} onKind={onKind} />
      </span>
    );
  const kindAt = ({ from, to }: Part) => told.find((part) => part.from <= from && part.to >= to) ?? null;
  return (
    <details className="correct parts">
      <summary>Correct this</summary>
      <ul>
        <li>
          <Kind label="All of it is" shown value={whole} onKind={onKind} />
        </li>
        {taken.slice(0, MOST_PARTS).map((part) => {
          const said = kindAt(part);
          return (
            <li key={part.from}>
              <Kind
                label={`${part.name}, ${linesWords(part)}`}
                shown
                value={said?.kind ?? ""}
                onKind={(kind) => {
                  onKind(withPart(as, said ?? part, kind));
                }}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
