/** What can be copied of a verdict, a cause, a check or a limit. */
export const SHARES = [
  { id: "link", label: "Copy link" },
  { id: "markdown", label: "Copy as Markdown" },
  { id: "step", label: "Copy as a runbook step" },
] as const;
