/**
 * What is typed into a field stands in the fragment of the address, which no request carries. What was pasted, and what
 * is longer than anybody types, stays in memory.
 */

/** A query that was typed is one line, and at most so long. */
const LONGEST = 100;
const FROM_ELSEWHERE = /^insertFrom(Paste|Drop|Yank)/;

/** What the address gives to the fields: its fragment, or the query of an old link. A place on the page gives nothing. */
export function given(): URLSearchParams {
  const fragment = location.hash.slice(1);
  return new URLSearchParams(fragment.includes("=") ? fragment : location.search);
}

/** Let the address say what the fields hold, and nothing in a part of it that is sent. */
export function keepInAddress(fields: Readonly<Record<string, string>>): void {
  const kept = new URLSearchParams(Object.entries(fields).filter(([, text]) => text !== ""));
  history.replaceState(history.state, "", `${location.pathname}${kept.size > 0 ? `#${kept}` : ""}`);
}

/** Watch what comes into a field. @returns what of it may stand in an address */
export function typedIn(field: HTMLInputElement | HTMLTextAreaElement): () => string {
  let pasted = false;
  field.addEventListener("input", (event) => {
    if (field.value === "") pasted = false;
    else if (event instanceof InputEvent && FROM_ELSEWHERE.test(event.inputType)) pasted = true;
  });
  return () => {
    const text = field.value.trim();
    return pasted || text.includes("\n") || text.length > LONGEST ? "" : text;
  };
}
