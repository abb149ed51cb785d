import type { ReactNode } from "react";
import type { PairField, ValueName } from "@/lib/model/shown";

/** A value in a shown line: which, the text that it replaces, and how it is written. */
export interface Spot {
  value: ValueName;
  text: string;
  as: string;
  unit?: string | undefined;
}

/** The values of a pair that stand on a line. */
export const spotsOn = (line: string, fields: readonly PairField[]): Spot[] =>
  fields
    .filter((field) => line.includes(field.line))
    .map(({ value, as, recorded }) => ({ value, as, text: as.replace("{}", recorded) }));

/** The text of a line cut at its named values, which stand in spans that the desk can fill. */
export function cutAtFields(text: string, spots: readonly Spot[]): ReactNode[] {
  const [first, ...rest] = spots
    .map((spot) => ({ spot, at: text.indexOf(spot.text) }))
    .sort((a, b) => a.at - b.at);
  if (!first) return [text];
  const { spot, at } = first;
  const end = at + spot.text.length;
  return [
    text.slice(0, at),
    <span key={`${at}${spot.value}`} data-value={spot.value} data-as={spot.as} data-unit={spot.unit}>
      {spot.text}
    </span>,
    ...cutAtFields(
      text.slice(end),
      rest.map((other) => other.spot),
    ),
  ];
}
