import { Fragment, type ComponentProps, type ReactNode } from "react";
import { Breakable } from "./breakable";

/** An option of a command, and what stands before it: `--timeout` of `--timeout-keep-alive`. */
const OPTION = /(^|\s)(--?[A-Za-z]\w*|--)/;

/** Longer names in code may break where room is scarce. */
const LONG_NAME = 12;

/** A text whose options are not broken behind their dashes, where they would read as another command. */
function withOptions(text: string, other: (part: string) => ReactNode) {
  return text.split(OPTION).map((part, at) =>
    at % 3 === 2 ? (
      <span key={at} className="opt">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{other(part)}</Fragment>
    ),
  );
}

/** The text of a command; its options stay whole. */
export const Options = ({ text }: { text: string }) => withOptions(text, (part) => part);

/** Code in a line of words: long names break between their parts, options stay whole. */
export const CodeWords = ({ text }: { text: string }) =>
  withOptions(text, (part) => part && <Breakable text={part} long={LONG_NAME} />);

/** Code as Markdown has it: in a line of words it may break, in a block of lines it stays as it is. */
export function MarkdownCode({ className, children }: ComponentProps<"code">) {
  const isInLine = typeof children === "string" && !children.includes("\n");
  return <code className={className}>{isInLine ? <CodeWords text={children} /> : children}</code>;
}
