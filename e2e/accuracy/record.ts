/** The record that /accuracy/ shows, and how often the scored halves have been scored. */
import { writeFileSync } from "node:fs";
import { RECORD } from "../../lib/content/kinds/accuracy";
import type { Accuracy } from "../../lib/model/accuracy";

/** The scored half had been looked at once when this record began. */
const BEFORE = 1;

/** The record once the scored halves are scored another time. */
export const onceMore = (record: Accuracy | null): Accuracy => ({
  scored: (record?.scored ?? BEFORE) + 1,
  measured: record?.measured ?? null,
});

/** A row a line: what changes from one record to the next is seen at a glance. */
export function recordText(record: Accuracy): string {
  const flat = (value: unknown): boolean =>
    typeof value !== "object" ||
    value === null ||
    Object.values(value).every((one) => typeof one !== "object" || one === null);
  const write = (value: unknown, indent: string): string => {
    if (flat(value)) return JSON.stringify(value);
    const inner = `${indent}  `;
    const parts = Array.isArray(value)
      ? value.map((one) => `${inner}${write(one, inner)}`)
      : Object.entries(value as object).map(
          ([key, one]) => `${inner}${JSON.stringify(key)}: ${write(one, inner)}`,
        );
    const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
    return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
  };
  return `${write(record, "")}\n`;
}

export function writeRecord(record: Accuracy): void {
  writeFileSync(`content/${RECORD}`, recordText(record));
}
