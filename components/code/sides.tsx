import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import type { Pair } from "@/lib/content/load";
import type { Language } from "@/lib/model/languages";
import type { PairField } from "@/lib/model/shown";
import { Line } from "./code";
import { decisiveLines, type Excerpt } from "./decisive";
import { tokens } from "./highlight";

interface SideProps {
  code: string;
  lang: Language;
  excerpt: Excerpt;
  /** How a changed line is marked. */
  kind: "add" | "del";
  title: ReactNode;
  /** Values of the reader that a line can hold. */
  fields?: readonly PairField[];
  copy?: boolean;
}

/** One side, with the lines that are left out as dots. Long lines wrap: what decides is never out of view. */
async function Side({ code, lang, excerpt, kind, title, fields = [], copy = false }: SideProps) {
  const lines = await tokens(code, lang);
  return (
    <div className="code decides">
      <header>
        {title}
        {copy && <CopyButton />}
      </header>
      <pre tabIndex={0}>
        {excerpt.map((line, place) =>
          line === null ? (
            <span key={place} className="soft gap">
              …
            </span>
          ) : (
            <Line
              key={place}
              parts={lines[line.at] ?? []}
              className={line.changed ? kind : ""}
              fields={fields}
            />
          ),
        )}
      </pre>
    </div>
  );
}

/** What decides in a pair, broken and fixed beside each other where there is room. */
export function DecisiveSides({ pair }: { pair: Pair }) {
  const { broken, fixed } = decisiveLines(pair.brokenCode, pair.fixedCode, pair.marks);
  return (
    <div className="split">
      <Side
        code={pair.brokenCode}
        lang={pair.language}
        excerpt={broken}
        kind="del"
        title={<span className="tag cut">✕ broken</span>}
      />
      <Side
        code={pair.fixedCode}
        lang={pair.language}
        excerpt={fixed}
        kind="add"
        title={<span className="tag flow">✓ fixed</span>}
        fields={pair.fields ?? []}
        copy
      />
    </div>
  );
}
