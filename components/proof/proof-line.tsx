import { Words } from "@/components/ui/markdown";
import type { ProofRecord } from "@/lib/trace/record-schema";
import { stateOf, versionsOf } from "@/lib/proofs/summary";

/** What is known of a shown file by running it, in one line, with the way to see it again. */
export function ProofLine({ proof }: { proof: ProofRecord }) {
  return (
    <p className="small soft proof">
      <b className={proof.state === "reproduced" ? "flow" : ""}>
        {proof.state === "reproduced" ? "✓ " : ""}
        {stateOf(proof)}
      </b>{" "}
      {proof.made}
      {Object.keys(proof.versions).length > 0 && ` with ${versionsOf(proof)}`}.
      {proof.by && (
        <>
          {" "}
          <Words inline>{proof.by}</Words>
        </>
      )}{" "}
      {proof.state !== "documented" && (
        <>
          See it again:{" "}
          <code>
            npm run prove -- {proof.kind}:{proof.id}
          </code>
        </>
      )}
    </p>
  );
}
