/** Which lines of a long text are shown: those with findings, with a little around them. */

export interface Window {
  /** Numbers of the first and the last line, from 1. */
  from: number;
  to: number;
}

/** So many lines stand around one with a finding. */
const AROUND = 2;
/** A gap of so few lines is shown too. */
const GAP = 2;

/** Windows on the lines of a text. @param lines lines with findings @param total how many lines there are */
export function windowsOf(lines: readonly number[], total: number): Window[] {
  const windows: Window[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const from = Math.max(1, line - AROUND);
    const to = Math.min(total, line + AROUND);
    const last = windows.at(-1);
    if (last && from <= last.to + GAP + 1) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  return windows;
}
