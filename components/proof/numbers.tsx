import { Words } from "@/components/ui/markdown";
import { endOf, numbersOf, secondsOf, sidesOf, upstreamOf, type Scenario } from "@/lib/proofs/summary";
import type { Heard } from "@/lib/trace/recording-schema";

const COLUMNS = ["Side", "Status", "First byte", "Arrivals", "Comments", "Longest silence", "End"] as const;

function Row({ who, heard }: { who: string; heard: Heard }) {
  const { status, firstByte, arrivals, comments, silence } = numbersOf(heard);
  return (
    <tr>
      <td>
        <Words inline>{who}</Words>
      </td>
      <td>{status}</td>
      <td>{firstByte === null ? "none" : secondsOf(firstByte)}</td>
      <td>{arrivals}</td>
      <td>{comments}</td>
      <td>{secondsOf(silence)}</td>
      <td>{endOf(heard)}</td>
    </tr>
  );
}

/** The numbers behind a chart, for those who cannot or will not read one. */
export function NumberTable({ scenario }: { scenario: Scenario }) {
  const sides = sidesOf(scenario);
  return (
    <details className="tabs">
      <summary>The numbers</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label="The numbers of this recording">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sides.flatMap(({ name, heard }) =>
              heard.map((one, caller) => (
                <Row
                  key={`${name}${caller}`}
                  who={heard.length > 1 ? `${name}, caller ${caller + 1}` : name}
                  heard={one}
                />
              )),
            )}
          </tbody>
        </table>
      </div>
      {sides.map((side) => (
        <p key={side.name} className="small">
          <Words inline>{side.name}</Words>: {upstreamOf(side)}
          {side.exit !== null && ` The program ended with code ${side.exit}.`}
        </p>
      ))}
    </details>
  );
}
