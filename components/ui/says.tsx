import { CodeWords } from "./code-words";
import { together } from "./together";

/** A sentence of the knowledge: plain words and `code` spans, nothing else (the schema sees to it). */
export function Says({ text }: { text: string }) {
  return (
    <>
      {text.split("`").map((part, at) =>
        at % 2 === 1 ? (
          <code key={at}>
            <CodeWords text={part} />
          </code>
        ) : (
          together(part)
        ),
      )}
    </>
  );
}
