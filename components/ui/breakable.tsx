import { Fragment } from "react";

/** Shorter words fit into every column. */
const LONG = 18;
/** Where a name of several parts may be broken: after a mark, and before a capital. */
const SEAMS = /(?<=[._/-])(?=\w)|(?<=[a-z\d])(?=[A-Z])/;

/** A text whose long names break between their parts. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<= )/).map((word, at) => (
    <Fragment key={at}>
      {word.length <= LONG
        ? word
        : word.split(SEAMS).map((part, place) => (
            <Fragment key={place}>
              {place > 0 && <wbr />}
              {part}
            </Fragment>
          ))}
    </Fragment>
  ));
}
