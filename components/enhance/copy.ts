/**
 * Copy buttons: `data-copy` holds the text, or is empty to take the text of the code in the same box; with
 * `data-copy-address` it is the address of the page as it stands.
 */

const SHOWN_MS = 2000;

/** The code of a block as one would type it: without the lines that a diff takes away. */
function codeOf(pre: Element | null | undefined): string {
  const lines = [...(pre?.querySelectorAll(".line:not(.del)") ?? [])].map((line) => line.textContent);
  return lines.length > 0 ? `${lines.join("\n").trimEnd()}\n` : (pre?.textContent ?? "");
}

function textFor(button: HTMLElement): string {
  if (button.dataset["copyAddress"] !== undefined) return location.href;
  const given = button.dataset["copy"] ?? "";
  if (given !== "") return given;
  return codeOf(button.closest(".code")?.querySelector("pre"));
}

/**
 * Without the clipboard (no permission, no secure origin) the code is selected, so that one key copies it.
 */
function select(button: HTMLElement): void {
  const pre = button.closest(".code")?.querySelector("pre");
  if (pre) getSelection()?.selectAllChildren(pre);
}

export function startCopy(page: Document): void {
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (!button) return;
    const label = button.dataset["label"] ?? button.textContent;
    button.dataset["label"] = label;
    const say = (text: string) => {
      button.textContent = text;
      setTimeout(() => {
        button.textContent = label;
      }, SHOWN_MS);
    };
    navigator.clipboard.writeText(textFor(button)).then(
      () => say("Copied"),
      () => {
        select(button);
        say("Selected: press Ctrl-C");
      },
    );
  });
}
