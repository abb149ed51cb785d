import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Says } from "@/components/ui/says";
import type { ProofRecord } from "@/lib/trace/record-schema";
import { fileOf } from "@/lib/content/proofs";
import { stateOf, versionsOf } from "@/lib/proofs/summary";

export const metadata = metadataOf("proofs");

/** Where a record is shown, and under which name. */
function shownAt(proof: ProofRecord): { href: string; title: string } {
  const { pairs, configs, facts } = content();
  if (proof.kind === "pair")
    return { href: `/pairs/${proof.id}/`, title: pairs.find(({ id }) => id === proof.id)?.title ?? proof.id };
  if (proof.kind === "config")
    return {
      href: `/configs/${proof.id}/`,
      title: configs.find(({ id }) => id === proof.id)?.title ?? proof.id,
    };
  return { href: `/facts/${proof.id}/`, title: facts.find(({ id }) => id === proof.id)?.title ?? proof.id };
}

const KINDS = [
  {
    kind: "pair",
    title: "Code pairs",
    what: "Both programs run against a model server that pauses, stalls, breaks off or ends early as the claim says.",
  },
  {
    kind: "config",
    title: "Configs",
    what: "The program loads the file, a stream runs through it, and each marked line is taken out once to see whether it matters.",
  },
  { kind: "fact", title: "Measured facts", what: "One program under two settings." },
] as const;

const STATES = [
  { state: "reproduced", says: "run for real, with the recording on its page" },
  { state: "validated", says: "accepted by a published schema or the vendor’s own checker, never run" },
  { state: "documented", says: "taken from the vendor’s documentation, with its source" },
] as const;

function Rows({ proofs }: { proofs: readonly ProofRecord[] }) {
  return (
    <ul className="grid-list">
      {proofs.map((proof) => {
        const { href, title } = shownAt(proof);
        return (
          <li key={fileOf(proof.kind, proof.id)}>
            <a href={href}>
              <Says text={title} />
            </a>
            <p className="small soft">
              <b className={proof.state === "reproduced" ? "flow" : ""}>{stateOf(proof)}</b> {proof.made}
              {Object.keys(proof.versions).length > 0 && `, ${versionsOf(proof)}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

export default function Page() {
  const { proofs } = content();
  return (
    <Listing
      title="What was run"
      lead="Nothing here claims more than what was seen. Each record names its versions and its date, and one command repeats it."
    >
      <ul className="plain">
        {STATES.map(({ state, says }) => (
          <li key={state}>
            <b>
              {proofs.filter((proof) => proof.state === state).length} {state}
            </b>
            : {says}
          </li>
        ))}
      </ul>
      <p>
        All of it again: <code>npm run prove</code>. One of them:{" "}
        <code>npm run prove -- pair:langgraph/tool-heartbeat</code>.
      </p>
      {KINDS.map(({ kind, title, what }) => {
        const own = proofs.filter((proof) => proof.kind === kind);
        return (
          own.length > 0 && (
            <section key={kind} id={kind} className="stack-tight">
              <h2>{title}</h2>
              <p className="soft">{what}</p>
              <Rows proofs={own} />
            </section>
          )
        );
      })}
    </Listing>
  );
}
