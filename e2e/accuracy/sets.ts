/** The sets of incidents: where each lies, how it was chosen, and what may be done with it. */
import type { IncidentSet } from "../../lib/model/accuracy";
import { recordsOf } from "../../lib/tasks/records";
import type { Incident } from "./verdicts";

const FOLDER = "e2e/accuracy";
export const fileOf = (id: string): string => `${FOLDER}/incidents/${id}.jsonl`;

/** The incidents of a set. */
export const incidentsIn = (id: string): Incident[] => recordsOf(fileOf(id), "") as Incident[];

interface Chosen extends Pick<IncidentSet, "id" | "title" | "chosen"> {
  /** Its verdicts are counted. */
  isMeasured: boolean;
}

export const READABLE = "readable";
/** The half that nobody looks at: it is scored where it is asked for, and each time is counted. */
export const SCORED = "scored";

export const SETS: readonly Chosen[] = [
  {
    id: SCORED,
    title: "The scored half",
    chosen:
      "Half of the real incidents that were collected from public issues and pull requests. It is only scored: no rule was written on it, and no word was learned from it.",
    isMeasured: true,
  },
  {
    id: READABLE,
    title: "The readable half",
    chosen:
      "The other half. Its incidents may be read: rules were written on them, and words are learned from them.",
    isMeasured: true,
  },
  {
    id: "dev",
    title: "The first collection",
    chosen:
      "Real incidents that were collected earlier, in the same way. The first rules were written on them, and words are learned from them.",
    isMeasured: true,
  },
  {
    id: "apart",
    title: "Set apart",
    chosen:
      "Real incidents whose text gives the cause away, or whose thread hardly confirms one. Words are learned from them, and nothing is measured on them.",
    isMeasured: false,
  },
  {
    id: "threads",
    title: "Public threads",
    chosen:
      "Real incidents from public issues and pull requests. One reader labelled each by what its thread shows, and told it anew in the manner of whoever met it. Words and answers are learned from them, which count 0.7, and nothing is measured on them.",
    isMeasured: false,
  },
  {
    id: "profiles",
    title: "Written reports",
    chosen:
      "Reports that were written for a cause, from experience with it; of incidents their writers saw at most the manner of 45 readable ones, without a cause. They are not real: words are learned from them, which count half, and nothing is measured on them.",
    isMeasured: false,
  },
  {
    id: "written",
    title: "Written look-alikes",
    chosen:
      "Reports that were written to tell causes apart that look alike, 30 for each label; their writers saw 70 incidents that may be read. They are not real: words are learned from them, which count half, and nothing is measured on them.",
    isMeasured: false,
  },
];

/** Texts with what has to be found in them, a list of files each. */
export const READING = {
  readable: [`${FOLDER}/evidence/readable.jsonl`],
  /** Written later, to see how rules hold on texts that they were not written on. Rules were mended on all but the last, whose ids begin with `c`: these were measured once. Those with `e` and `f` came last, and are one half of their kind. */
  later: [`${FOLDER}/evidence/later.jsonl`],
  /** The second file holds half of the texts that were written last; the other half is in `later`. */
  scored: [`${FOLDER}/evidence/scored.jsonl`, `${FOLDER}/evidence/later-scored.jsonl`],
};

/** What its incidents say of a set. */
export function described(
  { id, title, chosen }: Chosen,
  incidents: readonly Incident[],
): Omit<IncidentSet, "verdicts"> {
  const dates = incidents.flatMap(({ date }) => (typeof date === "string" ? date : [])).sort();
  const confirmed = new Map<string, number>();
  for (const { confirmed: by } of incidents)
    if (typeof by === "string") confirmed.set(by, (confirmed.get(by) ?? 0) + 1);
  return {
    id,
    title,
    chosen,
    count: incidents.length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    confirmed: Object.fromEntries([...confirmed].sort(([, a], [, b]) => b - a)),
  };
}
