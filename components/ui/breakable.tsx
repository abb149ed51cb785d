import { Fragment } from "react";

/** Shorter words fit into every column; names in code stand in narrower ones too. */
const LONG = 18;
/** Where a name of several parts may be broken: after a mark, and before a capital. */
const SEAMS = /(?<=\w[._/-])(?=\w)|(?<=[a-z\d])(?=[A-Z])/;

/** A text whose long names break between their parts. */
export function Breakable({ text, long = LONG }: { text: string; long?: number }) {
  return text.split(/(?<= )/).map((word, at) => (
    <Fragment key={at}>
      {word.length <= long
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
