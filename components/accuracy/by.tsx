import type { ReactNode } from "react";
import { content } from "@/components/content";
import { FRAMEWORK } from "@/lib/model/content";
import type { HitsOf, Measured } from "@/lib/model/accuracy";
import { halvesOf, measuredSets, type Halves } from "./shares";

type Table = "causes" | "symptoms" | "frameworks";

function Cell({ hits }: { hits: HitsOf | undefined }) {
  if (!hits) return <td className="soft">none</td>;
  return (
    <td>
      <span className="num">
        {hits.first} of {hits.count}
      </span>{" "}
      <small>{hits.acceptedThree} in three</small>
    </td>
  );
}

/** Rows of both halves side by side: counts, as many rows are a few incidents. */
function Rows({
  table,
  what,
  halves: { scored, readable },
  nameOf,
}: {
  table: Table;
  what: string;
  halves: Halves;
  nameOf: (id: string | null) => ReactNode;
}) {
  const [ours, theirs] = [scored.verdicts[table], readable.verdicts[table]];
  const ids = [...new Set([...ours, ...theirs].map(({ id }) => id))];
  // What no incident says stands last.
  const ordered = [...ids.filter((id) => id !== null), ...ids.filter((id) => id === null)];
  const of = (rows: readonly HitsOf[], id: string | null) => rows.find((row) => row.id === id);
  return (
    <table className="hits-table by-half">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">Scored half</th>
          <th scope="col">Readable half</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((id) => (
          <tr key={id ?? ""}>
            <th scope="row">{nameOf(id)}</th>
            <Cell hits={of(ours, id)} />
            <Cell hits={of(theirs, id)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By the confirmed cause, and how many causes no incident has. */
export function ByCause({ measured }: { measured: Measured }) {
  const { causes } = content();
  const seen = new Set(measuredSets(measured).flatMap(({ verdicts }) => verdicts.causes.map(({ id }) => id)));
  // A cause that refines another is counted as the one that it is a kind of.
  const labels = causes.filter(({ refines }) => refines === undefined);
  const unseen = labels.filter(({ id }) => !seen.has(id));
  const titles = new Map(causes.map(({ id, title }) => [id, title]));
  return (
    <>
      <p>
        “6 of 10” means that ten incidents were confirmed to have this cause, and that it stood first in six
        of their verdicts; “9 in three”, that nine had an accepted cause among the first three. From answers
        and text. A row of a few incidents tells little.
      </p>
      <Rows
        table="causes"
        what="Confirmed cause"
        halves={halvesOf(measured)}
        nameOf={(id) => id !== null && <a href={`/causes/${id}/`}>{titles.get(id)}</a>}
      />
      {unseen.length > 0 && (
        <p className="small soft">
          Without any incident in these sets, of {labels.length} causes:{" "}
          {unseen.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              <a href={`/causes/${id}/`}>{title}</a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}

export function BySymptom({ halves }: { halves: Halves }) {
  const labels = new Map(content().symptoms.map(({ id, label }) => [id, label]));
  return (
    <Rows
      table="symptoms"
      what="Symptom"
      halves={halves}
      nameOf={(id) => (id === null ? "Not said" : labels.get(id))}
    />
  );
}

export function ByFramework({ halves }: { halves: Halves }) {
  const names = new Map((content().products[FRAMEWORK] ?? []).map(({ id, name }) => [id, name]));
  return (
    <Rows
      table="frameworks"
      what="Framework"
      halves={halves}
      nameOf={(id) => (id === null ? "Another, or not said" : (names.get(id) ?? id))}
    />
  );
}
