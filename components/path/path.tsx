import type { Stop, Verdict } from "@/lib/model/verdict";

const MARKS: Readonly<Record<Stop["state"], string>> = { open: "", cleared: "✓", suspect: "✕", beyond: "" };
const WORDS: Readonly<Record<Stop["state"], string>> = {
  open: "not cleared yet",
  cleared: "cleared",
  suspect: "the break is suspected here",
  beyond: "after the break",
};
const CLASSES: Readonly<Record<Stop["state"], string>> = {
  open: "open",
  cleared: "ok",
  suspect: "cut",
  beyond: "after",
};

/**
 * The path of a token: the picture that the whole site hangs on. Stops that nobody named and nothing points
 * at are folded.
 */
export function Path({
  stops,
  held,
  label,
  whole = false,
}: {
  stops: readonly Stop[];
  held: Verdict["break"];
  label: string;
  whole?: boolean;
}) {
  const shown = whole
    ? stops
    : stops.filter(
        (stop) =>
          stop.named ||
          stop.state === "suspect" ||
          stop.state === "cleared" ||
          stop.layer === "provider" ||
          stop.layer === "caller" ||
          stop.layer === "app",
      );
  return (
    <section className="path" aria-label={label}>
      <div className="wrap">
        <ol>
          {shown.map((stop, at) => {
            const holding = stop.state === "suspect" && held === "held";
            return (
              <li key={stop.key} className={holding ? "held" : CLASSES[stop.state]}>
                <span className="wire">
                  {stop.state === "cleared" && <span className="flowing" />}
                  <span className="stop" aria-hidden="true">
                    {whole ? at + 1 : holding ? "‖" : MARKS[stop.state]}
                  </span>
                </span>
                <div>
                  <b>{stop.name}</b>
                  <small>
                    {stop.state === "suspect"
                      ? holding
                        ? "holds tokens back?"
                        : "cuts here?"
                      : stop.state === "cleared"
                        ? "cleared"
                        : stop.note}
                  </small>
                  {!whole && <span className="live">: {WORDS[stop.state]}</span>}
                </div>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
