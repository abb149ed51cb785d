"use client";
import { useMemo, useState } from "react";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { foremost, isFound, tells } from "@/lib/model/finding";
import type { Piece } from "@/lib/model/piece";
import type { GivenActions } from "@/lib/state/given";
import { CopyButton } from "@/components/ui/copy-button";
import type { Mend } from "@/lib/evidence/mend";
import { wordsFor } from "./answers.client";
import { Correct, linesWords } from "./correct.client";
import { inLines, linesIn, shortLine } from "./lines";
import { markOf, SIGNS } from "./marks";
import type { Placed, PieceReading } from "./protocol";
import type { Failure } from "./reader";
import { ReadsLike } from "./reads-like.client";
import { Speaks } from "./speaks.client";
import type { Outcome } from "./use-evidence.client";
import { WhichRoute } from "./which-route.client";

/** So many lines without a finding are shown when they are opened. */
const MOST_UNFOLDED = 400;
/** Parts of a mixed text that are named. */
const PARTS = 4;
/** Windows that are shown before "all". */
const WINDOWS = 12;

const FAILED: Readonly<Record<Failure, string>> = {
  "not loaded":
    "It was not read: what reads texts could not be loaded. Check the network, take it out and give it again.",
  "too long":
    "It was not read to its end: it took longer than half a minute. Give the part around the break.",
  failed: "It could not be read. Your answers still count.",
};

interface Props {
  piece: Piece;
  outcome: Outcome | undefined;
  prepared: Prepared;
  actions: Pick<GivenActions, "takeFor" | "takeRoute" | "takeOut">;
}

/** What a text was taken for, in words. */
function takenWords({ taken, total }: PieceReading): string {
  const lines = (part: { from: number; to: number }) =>
    part.from === 1 && part.to >= total - 1 ? `${total} line${total === 1 ? "" : "s"}` : linesWords(part);
  const parts = taken.slice(0, PARTS).map((part) => `${part.name}, ${lines(part)}`);
  return [...parts, ...(taken.length > PARTS ? [`${taken.length - PARTS} more parts`] : [])].join("; then ");
}

/** One line, with its number and its mark. */
function Line({
  number,
  text,
  placed,
  prepared,
}: {
  number: number;
  text: string;
  placed: readonly Placed[];
  prepared: Prepared;
}) {
  const mark =
    placed.length === 0
      ? null
      : markOf(
          placed.map(({ finding }) => finding),
          prepared.knowledge,
        );
  return (
    <li className={mark === null ? undefined : `f-${mark}`} data-line={number}>
      <i>{number}</i>
      <u>
        {mark !== null && (
          <>
            <span aria-hidden="true">{SIGNS[mark].sign}</span>
            <span className="live">{SIGNS[mark].words}</span>
          </>
        )}
      </u>
      <code>{text}</code>
      {placed.length > 0 && <Says text={text} placed={placed} prepared={prepared} />}
    </li>
  );
}

/** The change of the user's own line, ready to copy. */
function Change({ mend, text }: { mend: Mend; text: string }) {
  const where = mend.replaces ? `Line ${mend.line} becomes` : `After line ${mend.line}`;
  return (
    <div className="code change">
      <pre tabIndex={0} aria-label={`Change: ${where.toLowerCase()}`}>
        <b>{where}</b>
        {mend.replaces && <span className="line del">{text.trim()}</span>}
        <span className="line add">{mend.text.trim()}</span>
      </pre>
      <CopyButton text={mend.text} label="Copy the line" />
    </div>
  );
}

/** What the findings of one line say. */
function Says({ text, placed, prepared }: { text: string; placed: readonly Placed[]; prepared: Prepared }) {
  const mends = new Map(placed.flatMap(({ mend }) => (mend ? [[mend.text, mend] as const] : [])));
  const implies = new Map(
    placed.flatMap(({ finding }) =>
      Object.entries(finding.implies).map(
        ([key, values]) => [`${key}=${values.join()}`, { key, values }] as const,
      ),
    ),
  );
  return (
    <div className="say">
      {placed.map(({ finding, kept }) => (
        <Speaks key={kept} speaks={foremost(finding.speaks)} prepared={prepared} />
      ))}
      {[...mends.values()].map((mend) => (
        <Change key={mend.text} mend={mend} text={text} />
      ))}
      {implies.size > 0 && (
        <p className="soft">
          Read as:{" "}
          {[...implies.values()]
            .map(({ key, values }) => wordsFor(key, values, prepared))
            .map(({ what, says }) => `${what} ${says}`)
            .join(" · ")}
        </p>
      )}
    </div>
  );
}

function grouped(placed: readonly Placed[]): Map<number, Placed[]> {
  const byLine = new Map<number, Placed[]>();
  for (const one of placed) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
  return byLine;
}

/** Lines between those that are shown: how many they are, and the first of them when they are opened. */
function Between({ text, from, to }: { text: string; from: number; to: number }) {
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const count = to - from + 1;
  if (count <= 0) return null;
  const end = Math.min(to, from + MOST_UNFOLDED - 1);
  return (
    <details
      className="between"
      onToggle={(event) => setLines(event.currentTarget.open ? linesIn(text).slice(from - 1, end) : null)}
    >
      <summary>
        {count.toLocaleString("en")} line{count === 1 ? "" : "s"} without a finding
      </summary>
      {lines && (
        <ol>
          {lines.map((line, at) => (
            <li key={from + at} data-line={from + at}>
              <i>{from + at}</i>
              <u />
              <code>{shortLine(line)}</code>
            </li>
          ))}
        </ol>
      )}
      {lines && end < to && <p className="soft">{(to - end).toLocaleString("en")} more are not shown.</p>}
    </details>
  );
}

/** The lines with findings, and a little around each. */
function Lines({ text, reading, prepared }: { text: string; reading: PieceReading; prepared: Prepared }) {
  const [all, setAll] = useState(false);
  const { placed, taken, total } = reading;
  const byLine = useMemo(() => grouped(inLines(placed, taken)), [placed, taken]);
  const shown = all ? reading.shown : reading.shown.slice(0, WINDOWS);
  const more = reading.shown.length - shown.length;
  const endBefore = (at: number) => {
    const before = shown[at - 1];
    return before ? before.from + before.lines.length - 1 : 0;
  };
  return (
    <>
      {shown.map(({ from, lines }, at) => (
        <div key={from}>
          <Between text={text} from={endBefore(at) + 1} to={from - 1} />
          <ol>
            {lines.map((line, offset) => (
              <Line
                key={from + offset}
                number={from + offset}
                text={line}
                placed={byLine.get(from + offset) ?? []}
                prepared={prepared}
              />
            ))}
          </ol>
        </div>
      ))}
      {more > 0 ? (
        <p className="between">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {more} more places
          </button>
        </p>
      ) : (
        <Between text={text} from={endBefore(shown.length) + 1} to={total} />
      )}
    </>
  );
}

const routesOf = ({ taken }: PieceReading): string[] => [
  ...new Set(taken.flatMap(({ routes }) => routes ?? [])),
];

/** One text: what it was taken for, and its lines with what they say. */
export function PieceView({ piece, outcome, prepared, actions }: Props) {
  const reading = typeof outcome === "object" ? outcome : null;
  const called = piece.name ?? "Pasted text";
  const speaking = reading?.placed.filter(({ finding }) => tells(finding)).length ?? 0;
  const found = reading?.placed.filter(({ finding }) => isFound(finding)).length ?? 0;
  return (
    <section className="read-text" aria-label={called} data-piece={piece.number}>
      <header>
        <b>{called}</b>
        <span>
          {reading ? `taken for: ${takenWords(reading)}` : outcome === undefined ? "is being read …" : ""}
        </span>
        {reading && (
          <Correct
            piece={piece}
            taken={reading.taken}
            onKind={(as) => {
              actions.takeFor(piece.number, as);
            }}
          />
        )}
        <span className="count">
          {reading &&
            (speaking === 0
              ? "nothing on streams"
              : found === 0
                ? "said in words"
                : `${found} finding${found === 1 ? "" : "s"}`)}
        </span>
        <button type="button" className="link" onClick={() => actions.takeOut(piece.number)}>
          Take it out<span className="live">: {called}</span>
        </button>
      </header>
      {typeof outcome === "string" && <p className="say wrong">{FAILED[outcome]}</p>}
      {reading && routesOf(reading).length > 1 && (
        <WhichRoute
          piece={piece}
          routes={routesOf(reading)}
          onRoute={(route) => actions.takeRoute(piece.number, route)}
        />
      )}
      {reading?.cut && (
        <p className="say wrong">
          It is too much to be read whole: the end was left out. Give the part around the break.
        </p>
      )}
      {reading && speaking === 0 && (
        <p className="say">
          Nothing in it speaks for or against a cause. That clears nothing: what you see, and what stands in
          front, still tells most.
        </p>
      )}
      {reading && reading.shown.length > 0 && (
        <Lines text={piece.text} reading={reading} prepared={prepared} />
      )}
      {reading && <ReadsLike placed={reading.placed} prepared={prepared} />}
    </section>
  );
}
