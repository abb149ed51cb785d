import type { Hits, Measured, ReadCounts } from "@/lib/model/accuracy";
import { measuredSets, percent, type MeasuredSet } from "./shares";

const GIVEN = [
  { id: "answers", from: "Answers alone" },
  { id: "text", from: "Text alone" },
  { id: "both", from: "Both" },
] as const;

function HitsRow({ from, hits }: { from: string; hits: Hits }) {
  const { count, first, three, acceptedFirst, acceptedThree } = hits;
  return (
    <tr>
      <th scope="row">{from}</th>
      {[first, three, acceptedFirst, acceptedThree].map((part, at) => (
        <td key={at} className="num">
          {percent(part, count)}
        </td>
      ))}
    </tr>
  );
}

function SetRows({ set }: { set: MeasuredSet }) {
  return (
    <tbody>
      <tr className="of">
        <th scope="rowgroup" colSpan={5}>
          {set.title}, {set.count} incidents
        </th>
      </tr>
      {GIVEN.map(({ id, from }) => (
        <HitsRow key={id} from={from} hits={set.verdicts[id]} />
      ))}
    </tbody>
  );
}

/** How often the confirmed and the accepted causes come first and in three, by set and by what was given. */
export function Figures({ measured }: { measured: Measured }) {
  return (
    <>
      <p>
        The first group is the one to go by. The others show how much better the engine is on what it was made
        with.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="The figures">
        <table className="hits-table">
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={2}>
                Confirmed
              </th>
              <th scope="colgroup" colSpan={2}>
                Accepted
              </th>
            </tr>
            <tr>
              <th scope="col">From</th>
              <th scope="col">first</th>
              <th scope="col">in three</th>
              <th scope="col">first</th>
              <th scope="col">in three</th>
            </tr>
          </thead>
          {measuredSets(measured).map((set) => (
            <SetRows key={set.id} set={set} />
          ))}
        </table>
      </div>
    </>
  );
}

const READ: { what: string; of: (counts: ReadCounts) => [part: number, whole: number] }[] = [
  { what: "Findings that are there, and found at their line", of: ({ hits, wanted }) => [hits, wanted] },
  { what: "Findings shown that are right", of: ({ found, wrong }) => [found - wrong, found] },
  { what: "Harmless texts of which something is said", of: ({ alarms, harmless }) => [alarms, harmless] },
  {
    what: "Answers in the text that are read",
    of: ({ answersRight: right, answersWrong: wrong, answersMissed: missed }) => [
      right + wrong,
      right + wrong + missed,
    ],
  },
  {
    what: "Answers read that are right",
    of: ({ answersRight: right, answersWrong: wrong }) => [right, right + wrong],
  },
];

/** How well evidence is read at its lines. */
export function ReadingFigures({ measured: { reading } }: { measured: Measured }) {
  return (
    <>
      <p>
        Logs, configs, code and tickets, written by authors who had not seen the rules, with the lines that
        have to be found in them: {reading.scored.count} that were only scored, and {reading.readable.count}{" "}
        that may be read.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="How well pasted text is read">
        <table className="hits-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Scored half</th>
              <th scope="col">Readable half</th>
            </tr>
          </thead>
          <tbody>
            {READ.map(({ what, of }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                {[reading.scored, reading.readable].map((counts, at) => (
                  <td key={at} className="num">
                    {percent(...of(counts))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
