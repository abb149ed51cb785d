import { Says } from "@/components/ui/says";
import type { IncidentSet, Measured } from "@/lib/model/accuracy";
import { times } from "./shares";

/** How figures are made, without any of them. */
export function Method() {
  return (
    <>
      <p>
        An incident is a public thread in which a stream broke and the cause was found. Its text is what the
        person in trouble wrote, trimmed to what one would paste; its answers are what the text says of
        framework, hosting, server, proxy, symptom and seconds. Neither may hold the answer. The engine that
        you use on this site gave one verdict on each.
      </p>
      <p>
        Each incident of the two halves was labelled by two readers, of whom neither saw what the other had
        chosen; the second worked from a retelling of what confirms the cause. Where they differ beyond what
        both accept, it is set apart. A label has two parts:
      </p>
      <ul>
        <li>
          <b>Confirmed</b> is the one cause that its thread confirms.
        </li>
        <li>
          <b>Accepted</b> are this one and those that a fair judge would take as right answers too. Often they
          are a timeout that fired, and the silence that it fired on.
        </li>
      </ul>
      <p>
        Beside the rules, a text’s words count: what each weighs for each cause, and what an answer weighs
        beside them, is learned from solved incidents by one regression. Ordinary texts teach it what speaks
        for none. What was learned from an incident, or from another one of the same repository, is left out
        when it is measured.
      </p>
      <p>
        “First” is the cause that your verdict opens on, “in three” means that it is among the first three.{" "}
        <code>npm run accuracy</code> measures what may be read again, on your machine.
      </p>
    </>
  );
}

const BY: Readonly<Record<string, string>> = {
  "merged-fix": "by a merged fix",
  maintainer: "by a maintainer",
  reporter: "by the reporter",
  consensus: "by several who agree",
};

/** From when incidents are, and who confirmed them. */
function whence({ from, to, confirmed }: IncidentSet): string {
  const years = [...new Set([from, to].flatMap((day) => day?.slice(0, 4) ?? []))].join(" to ");
  const by = Object.entries(confirmed).map(([id, count]) => `${count} ${BY[id] ?? id}`);
  return [
    ...(years === "" ? [] : [`Reported ${years}.`]),
    ...(by.length === 0 ? [] : [`Confirmed: ${by.join(", ")}.`]),
  ].join(" ");
}

/** Each set of incidents, and how often the scored one was looked at. */
export function Sets({ measured, scored }: { measured: Measured; scored: number }) {
  return (
    <>
      <ul className="grid-list hits-sets">
        {measured.sets.map((set) => (
          <li key={set.id}>
            <b>{set.title}</b> <span className="num">{set.count}</span>
            <p className="small">
              <Says text={set.chosen} />
            </p>
            <p className="small soft">{whence(set)}</p>
          </li>
        ))}
      </ul>
      <p>
        The scored half has been scored <b>{times(scored)}</b> so far, and every time counts: whoever sees its
        figures and then changes a rule has learned a little from it.
      </p>
    </>
  );
}
