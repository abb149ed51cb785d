import { Words } from "@/components/ui/markdown";
import type { Side } from "@/lib/trace/record-schema";
import { askedAt, courseOf, lookOf, markOf } from "@/lib/proofs/summary";
import { Lane } from "./lane";

interface Props {
  side: Side;
  /** Whether it is the wrong one, the right one, or neither. */
  tone: "cut" | "flow" | null;
  /** Seconds that the chart is wide. */
  span: number;
}

/** One side of a recording: what it shows, a line for each caller, and what the program said. */
export function SideRows({ side, tone, span }: Props) {
  return (
    <div className="side">
      <p>
        {tone === null ? (
          <Words inline>{`${side.name}: ${side.says}`}</Words>
        ) : (
          <>
            <span className={`tag ${tone}`}>
              {tone === "flow" ? "✓" : "✕"} {side.name}
            </span>{" "}
            <Words inline>{side.says}</Words>
          </>
        )}
      </p>
      {side.heard.map((heard, at) => {
        const look = lookOf(heard, tone === "cut");
        const asked = askedAt(heard);
        return (
          <div key={at}>
            <p className="lane-words">
              <span>
                {side.heard.length > 1 && `Caller ${at + 1}: `}
                {asked === null ? "what it shows" : <code>{asked}</code>}
              </span>
              <span className={look}>
                {markOf(look)} {courseOf(heard)}
              </span>
            </p>
            <Lane heard={heard} look={look} span={span} />
          </div>
        );
      })}
      {side.log.length > 0 && (
        <ul className="errors">
          {side.log.map((line) => (
            <li key={line}>
              <code>{line}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
