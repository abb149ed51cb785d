import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import { ProofLine } from "@/components/proof/proof-line";
import { Recording } from "@/components/proof/recording";
import type { Pair } from "@/lib/content/load";
import { sideFile } from "@/lib/model/languages";
import { shownCommand } from "@/lib/text/placeholders";
import { versionsOf } from "@/lib/proofs/summary";
import { Code } from "./code";
import { Diff } from "./diff";
import { DecisiveSides } from "./sides";

const fileOf = (pair: Pair, side: "broken" | "fixed") => `${pair.id}/${sideFile(side, pair.language)}`;

const proofOf = (pair: Pair) =>
  content().proofs.find((proof) => proof.kind === "pair" && proof.id === pair.id);

/** The change of a pair, with a link to the whole programs. For guides: `<Pair id="…" />`. */
export function PairDiff({ id }: { id: string }) {
  const pair = content().pairs.find((candidate) => candidate.id === id);
  if (!pair) throw new Error(`There is no pair "${id}".`);
  const proof = proofOf(pair);
  return (
    <div className="stack-tight">
      <Diff before={pair.brokenCode} after={pair.fixedCode} title={pair.title} lang={pair.language} />
      <p className="small soft">
        {proof ? `✓ Run ${proof.made} with ${versionsOf(proof)} · ` : ""}
        <a href={`/pairs/${pair.id}/`}>Both programs, whole, and what was seen</a>
      </p>
    </div>
  );
}

/** What decides in a pair, and what is known of it by running it. */
export function PairSides({ pair }: { pair: Pair }) {
  const proof = proofOf(pair);
  return (
    <div className="stack">
      <div className="says-sides">
        <p>
          <span className="tag cut">✕ broken</span> <Words inline>{pair.broken}</Words>
        </p>
        <p>
          <span className="tag flow">✓ fixed</span> <Words inline>{pair.fixed}</Words>
        </p>
      </div>
      <DecisiveSides pair={pair} />
      {pair.fields?.map(({ value, recorded }) => (
        <p key={value} className="note" hidden data-differs={value} data-recorded={recorded}>
          Yours <b data-value={value}>{recorded}</b> s, recorded with {recorded} s.
        </p>
      ))}
      {proof && <ProofLine proof={proof} />}
    </div>
  );
}

/** What was recorded of a pair, how it is started, and both programs. */
export function PairWhole({ pair }: { pair: Pair }) {
  const proof = proofOf(pair);
  const [seen] = proof?.scenarios ?? [];
  return (
    <div className="stack">
      {seen && <Recording scenario={seen} judged />}
      <p className="small soft">
        Start it: {pair.start ? <Words inline>{pair.start}</Words> : <code>{shownCommand(pair.run)}</code>}
      </p>
      <details className="tabs">
        <summary>Both programs, whole</summary>
        <div className="split">
          <Code
            code={pair.brokenCode}
            lang={pair.language}
            title={
              <>
                <span className="tag cut">✕ broken</span>
                <b>{fileOf(pair, "broken")}</b>
              </>
            }
            marks={pair.marks.broken}
            bad
          />
          <Code
            code={pair.fixedCode}
            lang={pair.language}
            title={
              <>
                <span className="tag flow">✓ fixed</span>
                <b>{fileOf(pair, "fixed")}</b>
              </>
            }
            marks={pair.marks.fixed}
            fields={pair.fields ?? []}
          />
        </div>
      </details>
    </div>
  );
}
