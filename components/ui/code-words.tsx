import { Fragment } from "react";
import { Breakable } from "./breakable";

/** An option of a command, and what stands before it: `--timeout` of `--timeout-keep-alive`. */
const OPTION = /(^|\s)(--?[A-Za-z]\w*|--)/;

/** The text of a command whose options are not broken behind their dashes, where they would read as another command. */
export function Options({ text }: { text: string }) {
  return text.split(OPTION).map((part, at) =>
    at % 3 === 2 ? (
      <span key={at} className="opt">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

/** Longer names in code may break where room is scarce. */
const LONG_NAME = 12;

/** Code in a line of words: long names break between their parts, options stay whole. */
export function CodeWords({ text }: { text: string }) {
  return text.split(OPTION).map((part, at) =>
    at % 3 === 2 ? (
      <span key={at} className="opt">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part && <Breakable text={part} long={LONG_NAME} />}</Fragment>
    ),
  );
}
