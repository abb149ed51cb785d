/** Keeps the text of the box short: what comes into it is cut before the browser lays it out. */
import { shortened } from "@/lib/search/long";

/** So much of the end of a text tells it from any other. */
const TOLD_BY = 200;

/** Put a text where the selection is, as a paste does. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** Keep a field short. @returns whether something of what stands in it was left out */
export function keepShort(field: HTMLTextAreaElement): () => boolean {
  /** The end of the text of which something was left out. */
  let end: string | null = null;
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const short = shortened(text);
    if (short === text) return;
    event.preventDefault();
    end = short.slice(-TOLD_BY);
    insert(field, short);
  });
  field.addEventListener("input", () => {
    const short = shortened(field.value);
    if (short === field.value) return;
    field.value = short;
    end = short.slice(-TOLD_BY);
  });
  return () => end !== null && (end === "" ? field.value === "" : field.value.includes(end));
}
