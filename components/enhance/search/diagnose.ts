/**
 * The way from a text in the box to its diagnosis. On the desk it is handed over in memory, as a paste; a text never
 * goes into an address or a storage, so to another page it cannot go along.
 */
import { linkTo, made, type Frame } from "./frame";
import { wholeText } from "./left-out";

/** The desk is on this page: its box, or the line that takes its place. */
const DESK = "[data-give], [data-strip]";

/** Give a text to the desk of this page, which takes what is pasted beside its fields. */
function handOver(page: Document, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  page.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
}

/** What is offered for a text that was pasted, or is longer than what one searches for; nothing for anything else. */
export function diagnosing(frame: Frame): Node[] {
  const { field, typed, offer } = frame;
  const page = offer.ownerDocument;
  if (typed() !== "" || !/\S\s+\S/.test(field.value)) return [];
  if (!page.querySelector(DESK))
    return [
      linkTo(page, "/#give", "Diagnose this text", "btn solid"),
      made(page, "p", "small soft", "Paste it there once more: a text stays in the memory of its page."),
    ];
  const button = made(page, "button", "btn solid", "Diagnose this text");
  button.type = "button";
  button.addEventListener("click", () => {
    field.closest("dialog")?.close();
    handOver(page, wholeText(frame));
  });
  return [button];
}
