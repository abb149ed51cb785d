import { Options } from "@/components/ui/code-words";
import type { ProofRecord } from "@/lib/trace/record-schema";
import { stateOf, versionsOf } from "@/lib/proofs/summary";
import { By } from "./by";

/** What is known of a shown file by running it, in one line, with the way to see it again. */
export function ProofLine({ proof }: { proof: ProofRecord }) {
  const parts = proof.parts ?? [];
  return (
    <p className="small soft proof">
      <b className={proof.state === "reproduced" ? "flow" : ""}>
        {proof.state === "reproduced" ? "✓ " : ""}
        {stateOf(proof)}
      </b>{" "}
      {proof.made}
      {Object.keys(proof.versions).length > 0 && ` with ${versionsOf(proof)}`}.
      {proof.by && parts.length < 2 && (
        <>
          {" "}
          <By text={proof.by} file={parts[0]?.file} />
        </>
      )}{" "}
      {proof.state !== "documented" && (
        <>
          See it again:{" "}
          <code>
            <Options text={`npm run prove -- ${proof.kind}:${proof.id}`} />
          </code>
        </>
      )}
    </p>
  );
}
