/** Sentences about what is kept. */
import { answerWords } from "../diagnosis/words";
import { FOUND, type Answers } from "../model/answers";
import type { Knowledge } from "../model/knowledge";
import type { Unread } from "./disk";
import type { KeptIncident } from "./policy";
import { MAX_KEPT } from "./shelf";

/** Shown while the storage refuses. */
export const UNKEPT =
  "This browser keeps nothing now: its storage is full or blocked. What you said stays on this page until you close it. Copy the link or save a case file to be safe.";

export const NOT_REMOVED = "This browser did not let it be removed. It is still kept.";

/** Shown when what stands in an incident's place on the disk must not be overwritten. */
export const KEPT_BESIDE =
  "What this browser had kept of this incident can no longer be read here. It stays as it is, and what you said is kept beside it.";

const UNREAD: Readonly<Record<Unread, string>> = {
  newer:
    "A newer version of Lastbyte keeps incidents in this browser that cannot be shown here. They stay as they are.",
  damaged:
    "Something that this browser had kept of an incident is damaged and cannot be read. It stays until you remove it below, under the incidents in this browser.",
};

/** What is kept and cannot be read. */
export const unreadWords = (unread: readonly Unread[]): string[] => unread.map((kind) => UNREAD[kind]);

/** Units of an age, the largest first. */
const UNITS = [
  { name: "day", minutes: 1440 },
  { name: "hour", minutes: 60 },
  { name: "minute", minutes: 1 },
] as const;

/** Nobody looks at a time that long ago: it is not known. */
const UNKNOWN_MINUTES = 10 * 365 * 1440;

/** How long ago it was, in its largest unit: “3 days ago”. */
export function ageWords(minutes: number): string {
  if (minutes >= UNKNOWN_MINUTES) return "some time ago";
  const unit = UNITS.find((candidate) => minutes >= candidate.minutes);
  if (!unit) return "just now";
  const count = Math.floor(minutes / unit.minutes);
  return `${count} ${unit.name}${count === 1 ? "" : "s"} ago`;
}

/** So many answers tell one incident from another. */
const TOLD = 3;

/** What an incident is called where it has no name: its first answers. */
function answersTitle(answers: Answers, knowledge: Knowledge): string {
  const said = knowledge.questions.flatMap((question) => {
    const values = answers[question.id];
    return values === undefined ? [] : [answerWords(question, values, knowledge)];
  });
  if (said.length === 0) return answers[FOUND] ? "Pasted text" : "Results of checks only";
  return said.slice(0, TOLD).join(", ");
}

/** What an incident is called. */
export const titleOf = (
  { name, answers }: Pick<KeptIncident, "name" | "answers">,
  knowledge: Knowledge,
): string => (name === "" ? answersTitle(answers, knowledge) : name);

/** What went to make room, with its age. @param minutesSince how many minutes ago an ISO time was */
export function droppedWords(
  gone: readonly KeptIncident[],
  minutesSince: (time: string) => number,
  knowledge: Knowledge,
): string[] {
  return gone.map(
    (incident) =>
      `“${titleOf(incident, knowledge)}”, last changed ${ageWords(minutesSince(incident.changed))}, is no longer kept: this browser holds the last ${MAX_KEPT} incidents.`,
  );
}
