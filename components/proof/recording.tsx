import { Words } from "@/components/ui/markdown";
import { sidesOf, ticksOf, type Scenario } from "@/lib/proofs/summary";
import { NumberTable } from "./numbers";
import { SideRows } from "./side";

interface Props {
  scenario: Scenario;
  /** Its first side is the wrong one, its second the right one. */
  judged: boolean;
  /** What its sides are called here, where the record's own names would not do. */
  names?: readonly [string, string];
}

const called = (scenario: Scenario, [first, second]: readonly [string, string]): Scenario => ({
  ...scenario,
  first: { ...scenario.first, name: first },
  second: { ...scenario.second, name: second },
});

/** One scenario, both sides, as the lab saw it. */
export function Recording({ scenario: recorded, judged, names }: Props) {
  const scenario = names ? called(recorded, names) : recorded;
  const ticks = ticksOf(scenario);
  const span = ticks.at(-1) ?? 1;
  const drawn = sidesOf(scenario).some(({ heard }) => heard.length > 0);
  return (
    <figure className="rec">
      <figcaption>
        <b>
          <Words inline>{scenario.scenario}</Words>
        </b>
      </figcaption>
      <SideRows side={scenario.first} tone={judged ? "cut" : null} span={span} />
      <SideRows side={scenario.second} tone={judged ? "flow" : null} span={span} />
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
      <NumberTable scenario={scenario} />
    </figure>
  );
}
