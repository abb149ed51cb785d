import { Words } from "@/components/ui/markdown";
import { ticksOf } from "@/lib/proofs/summary";
import { NumberTable } from "./numbers";
import { SideRows } from "./side";
import type { Names, Scenario } from "./types";

const PAIR: Names = { first: "broken", second: "fixed", judged: true };

/** One scenario, both sides, as the lab saw it. */
export function Recording({ scenario, names = PAIR }: { scenario: Scenario; names?: Names }) {
  const ticks = ticksOf(scenario);
  const span = ticks.at(-1) ?? 1;
  const drawn = scenario.sides.some((side) => side.heard.length > 0);
  return (
    <figure className="rec">
      <figcaption>
        <b>
          <Words inline>{scenario.scenario}</Words>
        </b>
      </figcaption>
      <SideRows
        side={scenario.sides[0]}
        words={scenario.first}
        name={names.first}
        tone={names.judged ? "cut" : ""}
        span={span}
      />
      <SideRows
        side={scenario.sides[1]}
        words={scenario.second}
        name={names.second}
        tone={names.judged ? "flow" : ""}
        span={span}
      />
      {drawn && (
        <p className="ticks" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick}>{tick} s</span>
          ))}
        </p>
      )}
      {scenario.scale && (
        <p className="small soft">
          <b>Scale.</b> <Words inline>{scenario.scale}</Words>
        </p>
      )}
      <NumberTable scenario={scenario} names={names} />
    </figure>
  );
}
