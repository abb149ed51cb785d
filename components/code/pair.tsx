import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import { ProofLine } from "@/components/proof/proof-line";
import { Recording } from "@/components/proof/recording";
import type { Pair } from "@/lib/content/load";
import { shownCommand } from "@/lib/text/placeholders";
import { versionsOf } from "@/lib/proofs/summary";
import { Code } from "./code";
import { Diff } from "./diff";

const fileOf = (pair: Pair, side: string) => `${pair.id}/${side}.py`;

const proofOf = (pair: Pair) =>
  content().proofs.find((proof) => proof.kind === "pair" && proof.id === pair.id);

/** The change of a pair, with a link to the whole programs. For guides: `<Pair id="…" />`. */
export function PairDiff({ id }: { id: string }) {
  const pair = content().pairs.find((candidate) => candidate.id === id);
  if (!pair) throw new Error(`There is no pair "${id}".`);
  const proof = proofOf(pair);
  return (
    <div className="stack-tight">
      <Diff before={pair.brokenCode} after={pair.fixedCode} title={pair.title} />
      <p className="small soft">
        {proof ? `✓ Run ${proof.made} with ${versionsOf(proof)} · ` : ""}
        <a href={`/pairs/${pair.id}/`}>Both programs, whole, and what was seen</a>
      </p>
    </div>
  );
}

/** Both sides of a pair: what changes, then the programs beside each other. */
export function PairSides({ pair }: { pair: Pair }) {
  const proof = proofOf(pair);
  const [seen] = proof?.scenarios ?? [];
  return (
    <div className="stack">
      <p>
        <span className="tag cut">✕ broken</span> <Words inline>{pair.broken}</Words>
      </p>
      <p>
        <span className="tag flow">✓ fixed</span> <Words inline>{pair.fixed}</Words>
      </p>
      <Diff before={pair.brokenCode} after={pair.fixedCode} title="What changes" />
      {seen && <Recording scenario={seen} judged />}
      {proof && <ProofLine proof={proof} />}
      <p className="small soft">
        Start it: <code>{shownCommand(pair.run)}</code>
      </p>
      <details className="tabs">
        <summary>Both programs, whole</summary>
        <div className="split">
          <Code
            code={pair.brokenCode}
            lang="python"
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
            lang="python"
            title={
              <>
                <span className="tag flow">✓ fixed</span>
                <b>{fileOf(pair, "fixed")}</b>
              </>
            }
            marks={pair.marks.fixed}
          />
        </div>
      </details>
    </div>
  );
}
