import { diffLines } from "diff";
import { CopyButton } from "@/components/ui/copy-button";
import { Says } from "@/components/ui/says";
import type { Language } from "@/lib/model/languages";
import type { PairField } from "@/lib/model/shown";
import { Line } from "./code";
import { docstringsIn } from "./decisive";
import { tokens, type Token } from "./highlight";

/** Unchanged lines that are shown on each side of a change. */
const CONTEXT = 2;

interface Row {
  kind: "same" | "add" | "del";
  parts: Token[];
}

/** The rows of a diff. A docstring that says something else is no change: it stands there as the new side has it. */
async function rowsOf({ before, after, lang }: Pick<Props, "before" | "after" | "lang">): Promise<Row[]> {
  const [old, now] = await Promise.all([tokens(before, lang), tokens(after, lang)]);
  const [oldWords, nowWords] = [docstringsIn(before.split("\n")), docstringsIn(after.split("\n"))];
  let left = 0;
  let right = 0;
  return diffLines(before, after).flatMap(({ count, added, removed }): Row[] => {
    const [from, to] = [left, right];
    if (!added) left += count;
    if (!removed) right += count;
    if (removed)
      return old
        .slice(from, left)
        .filter((_, place) => oldWords[from + place] !== true)
        .map((parts) => ({ kind: "del", parts }));
    return now
      .slice(to, right)
      .map((parts, place): Row => ({ kind: added && nowWords[to + place] !== true ? "add" : "same", parts }));
  });
}

interface Props {
  before: string;
  after: string;
  title: string;
  lang: Language;
  fields?: readonly PairField[];
}

/** What changes from broken to fixed, with a little of what is around it. */
export async function Diff({ before, after, title, lang, fields = [] }: Props) {
  const rows = await rowsOf({ before, after, lang });
  const near = rows.map((_, at) =>
    rows.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((row) => row.kind !== "same"),
  );
  return (
    <div className="code">
      <header>
        <b>
          <Says text={title} />
        </b>
        <CopyButton label="Copy the new lines" />
      </header>
      <pre tabIndex={0}>
        {rows.map((row, at) => {
          if (!near[at])
            return near[at - 1] || (at === 0 && rows.length > 0) ? (
              <span key={at} className="soft gap">
                …
              </span>
            ) : null;
          return (
            <Line
              key={at}
              parts={row.parts}
              className={row.kind === "same" ? "" : row.kind}
              fields={fields}
            />
          );
        })}
      </pre>
    </div>
  );
}
