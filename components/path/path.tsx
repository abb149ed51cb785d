import type { Stop, Verdict } from "@/lib/model/verdict";

/** How a stop is drawn: its class, the mark on it, what stands under it, and the words for who cannot see it. */
interface Drawn {
  look: string;
  mark: string;
  note: string | null;
  words: string;
}

const STATES: Readonly<Record<Exclude<Stop["state"], "suspect">, Drawn>> = {
  open: { look: "open", mark: "", note: null, words: "not cleared yet" },
  cleared: { look: "ok", mark: "✓", note: "cleared", words: "cleared" },
  beyond: { look: "after", mark: "", note: null, words: "after the break" },
};
const SUSPECT: Readonly<Record<"held" | "cut" | "maybe", Drawn>> = {
  held: { look: "held", mark: "‖", note: "holds tokens back", words: "the break is suspected here" },
  cut: { look: "cut", mark: "✕", note: "cuts here", words: "the break is suspected here" },
  maybe: { look: "maybe", mark: "?", note: "perhaps here", words: "the break may be here" },
};

/** A layer that nobody named is drawn where something is known of it, and at both ends and in the middle. */
const isShown = ({ named, state, layer }: Stop): boolean =>
  named ||
  state === "suspect" ||
  state === "cleared" ||
  layer === "provider" ||
  layer === "caller" ||
  layer === "app";

interface Props {
  stops: readonly Stop[];
  held: Verdict["break"];
  label: string;
  /** All layers, numbered, as nothing is known yet. */
  whole?: boolean;
  /** Whether the suspected stop is more than a guess. */
  sure?: boolean;
}

/**
 * The path of a token: the picture that the whole site hangs on. Stops that nobody named and nothing points
 * at are folded.
 */
export function Path({ stops, held, label, whole = false, sure = true }: Props) {
  const suspect = SUSPECT[sure ? held : "maybe"];
  return (
    <section className={whole ? "path" : "path told"} aria-label={label}>
      <div className="wrap">
        <ol>
          {(whole ? stops : stops.filter(isShown)).map((stop, at) => {
            const { look, mark, note, words } = stop.state === "suspect" ? suspect : STATES[stop.state];
            return (
              <li key={stop.key} className={look}>
                <span className="wire">
                  {stop.state === "cleared" && <span className="flowing" />}
                  <span className="stop" aria-hidden="true">
                    {whole ? at + 1 : mark}
                  </span>
                </span>
                <div>
                  <b>{stop.name}</b>
                  <span className="live">: {whole ? "" : `${words}. `}</span>
                  <small aria-hidden={stop.state === "cleared" ? true : undefined}>{note ?? stop.note}</small>
                </div>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
