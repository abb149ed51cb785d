import { diffLines } from "diff";
import { CopyButton } from "@/components/ui/copy-button";
import { Says } from "@/components/ui/says";
import { Line } from "./code";
import { tokens, type Token } from "./highlight";

/** Unchanged lines that are shown on each side of a change. */
const CONTEXT = 3;

interface Row {
  kind: "same" | "add" | "del";
  parts: Token[];
}

async function rowsOf(before: string, after: string): Promise<Row[]> {
  const [old, now] = await Promise.all([tokens(before, "python"), tokens(after, "python")]);
  let left = 0;
  let right = 0;
  return diffLines(before, after).flatMap((change): Row[] => {
    const { count } = change;
    if (change.removed) return old.slice(left, (left += count)).map((parts) => ({ kind: "del", parts }));
    const rows = now
      .slice(right, (right += count))
      .map((parts): Row => ({ kind: change.added ? "add" : "same", parts }));
    if (!change.added) left += count;
    return rows;
  });
}

/** What changes from broken to fixed, with a little of what is around it. */
export async function Diff({ before, after, title }: { before: string; after: string; title: string }) {
  const rows = await rowsOf(before, after);
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
          return <Line key={at} parts={row.parts} className={row.kind === "same" ? "" : row.kind} />;
        })}
      </pre>
    </div>
  );
}
