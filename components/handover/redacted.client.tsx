"use client";
import type { Replacement } from "@/lib/text/redact/redact";

/** More replacements nobody reads: the text below has them all. */
const MOST_SHOWN = 200;

interface Props {
  /** What can be included, as the box says it. */
  what: string;
  texts: readonly { called: string | null; name: string | null; replacements: readonly Replacement[] }[];
  included: boolean;
  onInclude: (included: boolean) => void;
}

/** What was pasted is handed over on purpose only, and each replacement is shown before. */
export function Redacted({ what, texts, included, onInclude }: Props) {
  const replaced = texts.flatMap(({ called, name, replacements }) => [
    ...(called === name ? [] : [{ where: "The name of a file", was: called ?? "", is: name ?? "" }]),
    ...replacements.map(({ line, was, is }) => ({
      where: `${called ?? "Pasted text"}, line ${line}`,
      was,
      is,
    })),
  ]);
  const more = replaced.length - MOST_SHOWN;
  return (
    <div className="stack-tight" data-excerpts="">
      <label className="tick">
        <input type="checkbox" checked={included} onChange={(event) => onInclude(event.target.checked)} />{" "}
        <span>Include {what}, redacted</span>
      </label>
      {included && texts.length > 0 && (
        <details open className="small">
          <summary>
            {replaced.length === 0
              ? "Nothing had to be replaced. Read the lines below before you hand them over."
              : `${replaced.length} ${replaced.length === 1 ? "thing is" : "things are"} replaced. Read the rest below before you hand it over.`}
          </summary>
          {replaced.length > 0 && (
            <ul className="replaced" tabIndex={0} aria-label="What is replaced">
              {replaced.slice(0, MOST_SHOWN).map(({ where, was, is }, at) => (
                <li key={at}>
                  {where}: <code>{was.length > 80 ? `${was.slice(0, 79)}…` : was}</code> becomes{" "}
                  <code>{is}</code>
                </li>
              ))}
              {more > 0 && <li>And {more.toLocaleString("en")} more.</li>}
            </ul>
          )}
        </details>
      )}
    </div>
  );
}
