import { Words } from "@/components/ui/markdown";
import { sidesOf, ticksOf, type Scenario } from "@/lib/proofs/summary";
import { NumberTable } from "./numbers";
import { SideRows } from "./side";

/** One scenario, both sides, as the lab saw it. `judged`: its first side is the wrong one, its second the right one. */
export function Recording({ scenario, judged }: { scenario: Scenario; judged: boolean }) {
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
