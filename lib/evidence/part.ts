/** One part of a piece, read by what knows its kind. */
import type { Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import type { Format, Readings } from "../model/reading";
import type { Budget } from "./budget";
import { codeFindings } from "./code";
import { findingOf } from "./finding";
import { numberAt, textOf, type Line, type Segment } from "./given";
import { kindOf, type Kind } from "./kinds";
import { loadCodeReader, loadReader, loadWritten } from "./registry";
import { routesIn, streaming } from "./routes";
import { documentsOf, embeddedIn, type Part } from "./segments";
import { asSaid } from "./said";
import { sentencesOf } from "./sentences";
import { settingFindings } from "./settings";
import { distinct, signFindings, type Seen, type Signs } from "./signs";
import { byTraceback } from "./tracebacks";

/** What a part of a piece was taken for. */
export interface Taken {
  piece: number;
  /** First and last line, from 1. */
  from: number;
  to: number;
  /** Id of the format or language; "prose" and "lines" where it is neither. */
  kind: string;
  /** As a page calls it. */
  name: string;
  /** Names of the places that could carry the stream, where there are several. */
  routes?: readonly string[];
}

/** Lines in a configuration that are none of it. */
const OF_A_LOG = /\d\d:\d\d:\d\d|\b(error|warn|warning|critical|fatal|exception)\b/i;

/** What the reading of a piece needs around it. */
export interface Context {
  readings: Readings;
  signs: Signs;
  limits: ReadonlyMap<string, Readings["limits"][number]>;
  budget: Budget;
  /** All texts of the case, each as far as it is looked through for what code does not say. */
  texts: readonly string[];
  /** Names of the other files of the case. */
  beside: readonly string[];
  /** The place that carries the stream, as the giver says. */
  route: string | null;
  /** What people write in the piece asks for a stream: code below it need not name one. */
  asked: boolean;
  /** All lines of the piece; of a long one, one of each shape. */
  whole: readonly Line[];
  /** Lines of logs that may be about the stream. */
  counting: ReadonlySet<Line>;
}

export interface Found {
  taken: Taken;
  findings: Finding[];
  /** Lines that no reader knows: what they say in words counts too. */
  plain?: readonly Line[];
}

const takenAs = (segment: Segment, kind: string, name: string): Taken => ({
  piece: segment.piece,
  from: numberAt(segment, 0),
  to: numberAt(segment, segment.lines.length - 1),
  kind,
  name,
});

/** A format with the rules that it shares with others. */
function withShared(format: Format, formats: readonly Format[]): Format {
  const shared = formats.filter(({ id }) => format.shares.includes(id)).flatMap(({ rules }) => rules);
  return { ...format, rules: [...format.rules, ...shared] };
}

async function readKnown(segment: Segment, kind: Kind, context: Context): Promise<Found> {
  const { budget, limits, readings } = context;
  const text = textOf(segment);
  if (kind.is === "language") {
    const { language } = kind;
    const reader = await loadCodeReader(language.reader);
    const uses = reader(text, budget);
    return {
      taken: takenAs(segment, language.id, language.name),
      findings: codeFindings(language, uses, segment, context.texts, context.asked),
    };
  }
  const format = withShared(kind.format, readings.formats);
  const reader = await loadReader(format.reader);
  const wanted = [...new Set(format.rules.map(({ block }) => block))];
  const all = reader(text, budget, wanted);
  const likely = streaming(all, format.elsewhere);
  const routes = routesIn(likely);
  const blocks = context.route === null ? likely : streaming(all, format.elsewhere, context.route);
  const at = { piece: segment.piece, line: numberAt(segment, 0) };
  const own = findingOf({ id: format.id, speaks: [] }, at, format.implies);
  const found = settingFindings(format, blocks, segment, limits, context.beside);
  const taken = takenAs(segment, format.id, format.name);
  return { taken: routes.length > 1 ? { ...taken, routes } : taken, findings: [own, ...found] };
}

/** What a piece is that neither a format nor a language is taken for. */
const LINES = { id: "lines", name: "Lines of a log or an error" } as const;
const PROSE = { id: "prose", name: "A description" } as const;
export const PLAIN_KINDS = [LINES, PROSE] as const;

/** What a log is of: also lines about other work than the stream tell it. */
const PATH = new Set(["proxy", "hosting", "server"]);
const tellsOfPath = ({ speaks, implies }: { speaks: readonly unknown[]; implies: Answers }): boolean =>
  speaks.length === 0 && Object.keys(implies).every((question) => PATH.has(question));

/** What lines about other work tell of the path; no other sign is looked for in them. */
function pathFindings(lines: readonly Line[], piece: number, { signs, budget }: Context): Finding[] {
  if (lines.length === 0) return [];
  const line = signs.line.filter(({ sign }) => tellsOfPath(sign));
  return signFindings("line", distinct(lines), piece, { ...signs, line }, budget, new Map()).filter(
    tellsOfPath,
  );
}

/** Lines of a part that no reader knows. */
function readText(part: Part, context: Context, seen: Seen): Found {
  const { signs, budget } = context;
  const { piece, lines } = part;
  const counting = lines.filter((line) => context.counting.has(line));
  const { ordered, way } = byTraceback(part.prose ? lines : counting);
  const own = distinct(ordered);
  const found = (["line", "text", "source"] as const).flatMap((place) => {
    const signed = signFindings(place, own, piece, signs, budget, seen, context.whole, way);
    return part.prose && place === "text" ? asSaid(signed, lines) : signed;
  });
  const others = part.prose ? [] : lines.filter((line) => !context.counting.has(line));
  found.push(...pathFindings(others, piece, context));
  const { id, name } = part.prose ? PROSE : LINES;
  return { taken: takenAs(part, id, name), findings: found, plain: lines };
}

/**
 * What somebody says, in all parts of a piece. It comes first, with all that is found in what is said: it is about what
 * happened, as lines around it may not be.
 */
export function withSaid(
  found: readonly Found[],
  parts: readonly Part[],
  context: Context,
  seen: Seen,
): Found[] {
  const { signs, budget } = context;
  const sentences = parts.flatMap(({ prose, lines }) => (prose ? sentencesOf(lines) : []));
  const piece = parts[0]?.piece ?? 0;
  const signed = signFindings("prose", distinct(sentences), piece, signs, budget, seen);
  const said = asSaid(signed, context.whole);
  const isSaid = ({ taken }: Found) => taken.kind === PROSE.id;
  const first = [...found.filter(isSaid).flatMap(({ findings }) => findings), ...said];
  return found.map((one, at) => {
    const findings = isSaid(one) ? [] : one.findings;
    return { ...one, findings: at === 0 ? [...first, ...findings] : findings };
  });
}

/** Parts of which no reader knows the format. */
export const readPlain = (parts: readonly Part[], context: Context, seen: Seen): Found[] =>
  withSaid(
    parts.map((part) => readText(part, context, seen)),
    parts,
    context,
    seen,
  );

/** A part of which a reader knows the format; lines of logs may stand in it too. Code only speaks of such lines. */
export async function readPart(part: Segment, kind: Kind, context: Context, seen: Seen): Promise<Found> {
  const { taken, findings } = await readKnown(part, kind, context);
  if (kind.is === "language") return { taken, findings };
  const { signs, budget } = context;
  const lines = part.lines.filter((line) => OF_A_LOG.test(line.text) && context.counting.has(line));
  const signed = signFindings("line", distinct(lines), part.piece, signs, budget, seen);
  return { taken, findings: [...findings, ...signed] };
}

/** Files that the commands of a document write. */
async function writtenBelow(document: Segment, kind: Kind, { budget }: Context): Promise<Segment[]> {
  const written = kind.is === "format" ? await loadWritten(kind.format.reader) : null;
  return written ? written(document, budget) : [];
}

/** The documents of a file, and the files that they hold; a document that is of no kind by itself is of that of all. */
export async function readDocuments(
  whole: Segment,
  kind: Kind,
  context: Context,
  seen: Seen,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const document of documentsOf(whole)) {
    const own = kindOf(null, textOf(document), context.readings) ?? kind;
    found.push(await readPart(document, own, context, seen));
    for (const file of [...embeddedIn(document), ...(await writtenBelow(document, own, context))]) {
      const inner = kindOf(file.name, textOf(file), context.readings);
      if (inner) found.push(await readKnown(file, inner, context));
    }
  }
  return found;
}

/** A part of no kind by itself: lines, and where its fence names a language or its file, that too. */
export async function readNamed(part: Part, context: Context, seen: Seen): Promise<Found> {
  const found = readText(part, context, seen);
  const fence = part.fence ?? null;
  const named = fence === null ? null : kindOf(null, textOf(part), context.readings, fence);
  if (!named) return found;
  const { taken, findings } = await readKnown(part, named, context);
  return { ...found, taken, findings: [...findings, ...found.findings] };
}
