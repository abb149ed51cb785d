/** From the page as it stands to a piece that can be copied: the words are the document's own, read from its HTML. */
import type { Inline, Words } from "@/lib/share/markdown";
import { asMarkdown, asStep, type Command, type Piece } from "@/lib/share/piece";
import { codeOf } from "./copy";
import { SHARES } from "./shares";

const SHOWN_MS = 2000;
const NONE = { why: [], facts: [], commands: [], then: [], thenRun: [], verify: [] } as const;
const textOf = (element: Element | null | undefined): string => (element?.textContent ?? "").trim();
const absolute = (path: string): string => new URL(path, location.href).href;

/** A sentence with its code, its strong words and its links. Controls in it are no words. */
function wordsOf(node: Node | null | undefined): Inline[] {
  return [...(node?.childNodes ?? [])].flatMap((child): Inline[] => {
    if (!(child instanceof Element)) return [child.textContent ?? ""];
    if (child.matches("button, details, .anchor, .tag")) return [];
    if (child.matches("code")) return [{ code: child.textContent }];
    if (child.matches("b, strong")) return [{ strong: child.textContent }];
    if (child instanceof HTMLAnchorElement) return [{ link: textOf(child), href: child.href }];
    return wordsOf(child);
  });
}

const all = (root: ParentNode | null | undefined, selector: string): Element[] => [
  ...(root?.querySelectorAll(selector) ?? []),
];

/** A block's language: its head says "shell" or the name of a language. */
const langOf = (code: Element | null): string =>
  /^(python|javascript)$/.exec(textOf(code?.querySelector("header b")))?.[0] ?? "sh";

/** A check as it is read: on its page, in a cause, or in the checklist of the desk. */
function commandOf(box: Element, title: string | undefined): Command {
  const code = box.querySelector(".code");
  const outcomes = all(box, ":scope > ul > li");
  const chips = all(box, ".chips button.chip");
  return {
    title,
    lang: langOf(code),
    code: code ? codeOf(code.querySelector("pre")) : undefined,
    look: wordsOf(box.querySelector(".stack-tight > p, :scope > p:not(.soft, :has(.tag))")),
    outcomes: (outcomes.length > 0 ? outcomes : chips).map((item) => wordsOf(item)),
  };
}

/** What stops the bleeding: a sentence under its title, then risk and undo. */
function mitigationOf(root: Element): Pick<Piece, "then" | "thenRun"> {
  const box = root.querySelector(".now");
  const [how, ...more] = all(box, ":scope > p").map((paragraph) => wordsOf(paragraph));
  const then: Words[] = how
    ? [[{ strong: `${textOf(box?.querySelector("h3"))}.` }, " ", ...how], ...more]
    : [];
  return {
    then,
    thenRun: all(box, ".code").map((code) => ({
      code: codeOf(code.querySelector("pre")),
      lang: langOf(code),
    })),
  };
}

function verifyOf(root: Element): Command[] {
  const box = root.querySelector('[data-fragment$="/verify"] .next');
  return box ? [commandOf(box, "Check that it worked")] : [];
}

function causePiece(article: Element): Piece {
  return {
    ...NONE,
    title: textOf(article.querySelector("h1")),
    href: absolute(location.pathname),
    why: [wordsOf(article.querySelector(".lead"))],
    commands: all(article, "ol.steps > li").map((step) => commandOf(step, textOf(step.querySelector("h3")))),
    ...mitigationOf(article),
    verify: verifyOf(article),
  };
}

function checkPiece(box: HTMLElement): Piece {
  const title = textOf(box.querySelector("h2, h3, summary b"));
  return {
    ...NONE,
    title,
    href: absolute(`/checks/#${box.dataset["check"] ?? ""}`),
    commands: [commandOf(box, undefined)],
  };
}

/** The columns of a row of limits, as components/limits writes them. */
function limitPiece(row: HTMLTableRowElement): Piece {
  const [product, setting, value, clock, sees, source] = row.cells;
  const cause = sees?.querySelector<HTMLAnchorElement>('a[href^="/causes/"]');
  const look = wordsOf(sees).filter(
    (word) => typeof word === "string" || !("href" in word) || word.href !== cause?.href,
  );
  return {
    ...NONE,
    title: `${["b", "small"]
      .map((part) => textOf(product?.querySelector(part)))
      .filter(Boolean)
      .join(" ")}: ${textOf(setting?.querySelector(".row-link") ?? setting)}`,
    href: absolute(`/limits/#${row.id}`),
    why: [wordsOf(clock)],
    facts: [
      { name: "Default", says: wordsOf(value) },
      { name: "Kind", says: [textOf(clock?.querySelector(".tag"))] },
      ...(cause ? [{ name: "Cause", says: [{ link: textOf(cause), href: cause.href }] }] : []),
      { name: "Source", says: wordsOf(source) },
    ],
    commands: [{ lang: "sh", look, outcomes: [] }],
  };
}

function verdictPiece(section: Element): Piece {
  const first = section.querySelector<HTMLElement>("[data-verdict] > [data-cause]");
  const check = section.querySelector(".next[data-check]");
  const answers = all(section.ownerDocument, "dl.answers > div");
  return {
    ...NONE,
    title: textOf(section.querySelector("h1")),
    href: location.href,
    why: [
      [textOf(section.querySelector(".kicker .tag")).replace(/^\W+/, "")],
      ...all(first, ".first > .why > li").map((item) => wordsOf(item)),
    ],
    facts: [
      ...answers.map((row) => ({
        name: textOf(row.querySelector("dt")),
        says: [textOf(row.querySelector("dd > span"))],
      })),
      {
        name: "Cause",
        says: [
          {
            link: first?.dataset["cause"] ?? "",
            href: absolute(`/causes/${first?.dataset["cause"] ?? ""}/`),
          },
        ],
      },
    ],
    commands: check ? [commandOf(check, textOf(check.querySelector("h3")))] : [],
    ...(first ? { ...mitigationOf(first), verify: verifyOf(first) } : {}),
  };
}

function pieceOf(box: HTMLElement): Piece {
  if (box instanceof HTMLTableRowElement) return limitPiece(box);
  const kind = box.dataset["shared"];
  return kind === "cause" ? causePiece(box) : kind === "verdict" ? verdictPiece(box) : checkPiece(box);
}

/** Without the clipboard the text is shown, selected, so that one key copies it. */
function showText(button: HTMLElement, text: string): void {
  const menu = button.closest("details.share");
  const field = menu?.querySelector("textarea") ?? button.ownerDocument.createElement("textarea");
  field.readOnly = true;
  field.className = "field";
  field.value = text;
  field.setAttribute("aria-label", "The text, selected: press Ctrl-C to copy it");
  menu?.append(field);
  field.focus();
  field.select();
}

/** Copy what the pressed button names. */
export async function share(button: HTMLElement): Promise<void> {
  const box = button.closest<HTMLElement>("[data-shared], table.limits tr[id]");
  if (!box) return;
  const piece = pieceOf(box);
  const wanted = button.dataset["share"];
  const text = wanted === "link" ? piece.href : wanted === "step" ? asStep(piece) : asMarkdown(piece);
  const label = button.dataset["label"] ?? button.textContent;
  button.dataset["label"] = label;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = label;
    }, SHOWN_MS);
  } catch {
    showText(button, text);
  }
}

/** The control as components/ui/share.tsx writes it. */
function menuFor(page: Document, what: string): HTMLElement {
  const menu = page.createElement("details");
  menu.className = "share no-print";
  const summary = page.createElement("summary");
  const name = page.createElement("span");
  name.className = "live";
  name.textContent = ` ${what}`;
  summary.append("Share", name);
  const box = page.createElement("div");
  for (const { id, label } of SHARES) {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.dataset["share"] = id;
    button.textContent = label;
    box.append(button);
  }
  menu.append(summary, box);
  return menu;
}

/** The share control of one row of limits; the row before gives its own back, unless it is open. */
export function shareRow(row: HTMLTableRowElement): void {
  if (row.querySelector("details.share")) return;
  for (const old of all(row.closest("table"), "details.share:not([open])"))
    if (!old.contains(row.ownerDocument.activeElement)) old.remove();
  row.cells[1]?.append(menuFor(row.ownerDocument, `${textOf(row.cells[0])}: ${textOf(row.cells[1])}`));
}
