import { Heading } from "@/components/ui/heading";
import type { Accuracy } from "@/lib/model/accuracy";
import { ByCause, ByFramework, BySymptom } from "./by";
import { Calibration } from "./calibration";
import { Confusions } from "./confusions";
import { Figures, ReadingFigures } from "./figures";
import { NotTold, Wrong } from "./limits";
import { Method, Sets } from "./method";
import { halvesOf, percent } from "./shares";

const TITLES = {
  how: "What was measured, and how",
  figures: "The figures",
  calibration: "When it says that it is sure",
  confusions: "What it takes for something else",
  causes: "By cause",
  symptoms: "By symptom",
  frameworks: "By framework",
  reading: "How well pasted text is read",
  limit: "What this does not tell",
  wrong: "Send a case that was wrong",
} as const;
type Part = keyof typeof TITLES;

/** What is there to be read before anything was recorded. */
const WITHOUT_RECORD: readonly Part[] = ["how", "limit", "wrong"];

/** Sections of the page, in its order. */
export const partsOf = (record: Accuracy | null): { id: Part; title: string }[] =>
  (Object.keys(TITLES) as Part[])
    .filter((id) => record?.measured || WITHOUT_RECORD.includes(id))
    .map((id) => ({ id, title: TITLES[id] }));

const Title = ({ id }: { id: Part }) => <Heading id={id} title={TITLES[id]} />;

/** The three figures that most people come for. */
function AtAGlance({ measured }: { measured: NonNullable<Accuracy["measured"]> }) {
  const { both } = halvesOf(measured).scored.verdicts;
  const told = [
    { part: both.first, what: "the confirmed cause stands first" },
    { part: both.three, what: "the confirmed cause is among the first three" },
    { part: both.acceptedThree, what: "a cause that a fair judge accepts is among the first three" },
  ];
  return (
    <>
      <p className="lead">
        On {both.count} real incidents on which no rule was written, from their answers and their text,{" "}
        {measured.date}:
      </p>
      <dl className="hits-shares">
        {told.map(({ part, what }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{percent(part, both.count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What needs a record. */
function Measures({ measured }: { measured: NonNullable<Accuracy["measured"]> }) {
  return (
    <>
      <Title id="figures" />
      <Figures measured={measured} />
      <Title id="calibration" />
      <Calibration halves={halvesOf(measured)} />
      <Title id="confusions" />
      <Confusions measured={measured} />
      <Title id="causes" />
      <ByCause measured={measured} />
      <Title id="symptoms" />
      <BySymptom halves={halvesOf(measured)} />
      <Title id="frameworks" />
      <ByFramework halves={halvesOf(measured)} />
      <Title id="reading" />
      <ReadingFigures measured={measured} />
    </>
  );
}

/** How often the verdict is right. Each number on it is from the record. */
export function AccuracyPage({ record }: { record: Accuracy | null }) {
  const measured = record?.measured;
  return (
    <article className="prose accuracy">
      <h1>How often the verdict is right</h1>
      {measured ? (
        <AtAGlance measured={measured} />
      ) : (
        <p className="lead">No figures are recorded here yet. This is how they are made.</p>
      )}
      <Title id="how" />
      <Method />
      {measured && <Sets measured={measured} scored={record.scored} />}
      {measured && <Measures measured={measured} />}
      <Title id="limit" />
      <NotTold />
      <Title id="wrong" />
      <Wrong />
    </article>
  );
}
