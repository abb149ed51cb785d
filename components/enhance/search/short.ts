/** Keeps the text of the box short: what comes into it is cut before the browser lays it out. */
import { shortened } from "@/lib/search/long";

/** Put a text where the selection is, as a paste does. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** The last text of which something was left out, and what of it was put in; null where nothing was. */
export type Cut = { text: string; short: string } | null;

/** Keep a field short. */
export function keepShort(field: HTMLTextAreaElement): () => Cut {
  let cut: Cut = null;
  const shorten = (text: string, put: (short: string) => void) => {
    const short = shortened(text);
    if (short === text) return;
    cut = { text, short };
    put(short);
  };
  field.addEventListener("paste", (event) =>
    shorten(event.clipboardData?.getData("text/plain") ?? "", (short) => {
      event.preventDefault();
      insert(field, short);
    }),
  );
  field.addEventListener("input", () => shorten(field.value, (short) => (field.value = short)));
  return () => cut;
}
