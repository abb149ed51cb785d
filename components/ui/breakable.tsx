import { Fragment } from "react";

/** Shorter words fit into every column. */
const LONG = 18;
/** Longer ones do not fit into a line of a phone either. */
const LONGER = 28;
/** Where a name of several parts may be broken: after a mark, and before a capital. */
const SEAMS = /(?<=\w[._/-])(?=\w)|(?<=[a-z\d])(?=[A-Z])/;

/**
 * A text whose long names break between their parts.
 * @param long names beyond it break in the cells of a table; with it, only much longer ones do so in running words
 */
export function Breakable({ text, long }: { text: string; long?: number }) {
  return text.split(/(?<= )/).map((word, at) => (
    <Fragment key={at}>
      {word.length <= (long ?? LONG)
        ? word
        : word.split(SEAMS).map((part, place) => (
            <Fragment key={place}>
              {place > 0 && (
                <wbr className={long !== undefined && word.length <= LONGER ? "cell" : undefined} />
              )}
              {part}
            </Fragment>
          ))}
    </Fragment>
  ));
}
