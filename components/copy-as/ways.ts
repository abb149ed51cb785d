/** What can be copied of a verdict, a cause, a check or a limit. */
export const WAYS = [
  { way: "link", label: "Copy link" },
  { way: "markdown", label: "Copy as Markdown" },
  { way: "step", label: "Copy as a runbook step" },
] as const;

export type Way = (typeof WAYS)[number]["way"];

/** The way that an attribute names; a link when it names none. */
export const wayOf = (name: string | undefined): Way => WAYS.find(({ way }) => way === name)?.way ?? "link";
