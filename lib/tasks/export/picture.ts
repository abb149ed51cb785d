/** Pictures for links that are shared in chat: drawn from text as SVG, made into PNG by the same code and the same font everywhere. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { escaped } from "./site";

const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 80;
const require = createRequire(import.meta.url);

/** What a picture says. */
export interface Card {
  kicker: string;
  title: string;
  lead: string;
  /** What becomes of the token. */ end: "cut" | "flow";
}

/** Widths of letters in ems, on the safe side: text is broken into lines before the font is known. */
function widthOf(text: string, size: number): number {
  const em = (char: string) =>
    /[ijl.,:;'’|!()]/.test(char)
      ? 0.31
      : /[frt\s-]/.test(char)
        ? 0.39
        : /[mwMW%@]/.test(char)
          ? 0.95
          : /[A-Z0-9]/.test(char)
            ? 0.7
            : 0.6;
  return Array.from(text).reduce((sum, char) => sum + em(char), 0) * size;
}

/** A text in at most so many lines; what has no room ends in an ellipsis. */
function lines(text: string, size: number, most: number): string[] {
  const room = WIDTH - 2 * LEFT;
  const made: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = made.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room)
      made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made.length <= most
    ? made
    : [...made.slice(0, most - 1), `${(made[most - 1] ?? "").replace(/[\s,;:.]+$/, "")} …`];
}

const block = (
  rows: readonly string[],
  top: number,
  size: number,
  step: number,
  attributes: string,
): string =>
  rows
    .map(
      (row, at) =>
        `<text x="${LEFT}" y="${top + at * step}" font-size="${size}" ${attributes}>${escaped(row)}</text>`,
    )
    .join("");

/** As many whole sentences as have room; the first one is cut where even it has none. */
function sentences(text: string, size: number, most: number): string[] {
  const all = text.split(/(?<=[.!?]) /);
  for (let count = all.length; count > 0; count -= 1) {
    const made = lines(all.slice(0, count).join(" "), size, most + 1);
    if (made.length <= most) return made;
  }
  return lines(text, size, most);
}

/** Tokens on their wire, and the wall that the last one meets: the mark of the site, drawn wide. */
function wire(end: Card["end"]): string {
  const y = 546;
  const step = 24;
  const first = LEFT + 13;
  const count = end === "cut" ? 36 : 42;
  const dots = Array.from(
    { length: count },
    (_, at) => `<circle cx="${first + at * step}" cy="${y}" r="4" fill="#c5ccc9"/>`,
  );
  const tokens = Array.from(
    { length: end === "cut" ? 6 : 7 },
    (_, at) => `<circle cx="${first + at * 6 * step}" cy="${y}" r="13" fill="#0b6e4f"/>`,
  );
  const wall =
    end === "cut"
      ? `<rect x="${first + count * step}" y="${y - 42}" width="24" height="84" rx="6" fill="#b3152a"/><circle cx="${WIDTH - LEFT - 13}" cy="${y}" r="12" fill="none" stroke="#6f7a7d" stroke-width="3" stroke-dasharray="5 5"/>`
      : `<path d="M${WIDTH - LEFT - 30} ${y - 24}l26 24l-26 24" fill="none" stroke="#0b6e4f" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
  return [...dots, ...tokens, wall].join("");
}

/** The picture as SVG. */
export function drawing({ kicker, title, lead, end }: Card): string {
  const size = widthOf(title, 76) > 2 * (WIDTH - 2 * LEFT) ? 62 : 76;
  const head = lines(title, size, 3);
  const top = 212;
  const below = top + head.length * size * 1.12 + 4;
  const room = Math.max(1, Math.floor((480 - below) / 42) + 1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Inter">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="96" font-size="30" font-weight="700" fill="#14181a">Lastbyte</text>`,
    `<text x="${WIDTH - LEFT}" y="96" font-size="30" text-anchor="end" fill="#4d565b">${escaped(kicker)}</text>`,
    block(head, top, size, Math.round(size * 1.12), 'font-weight="700" fill="#14181a" letter-spacing="-1.5"'),
    block(sentences(lead, 31, Math.min(room, 3)), Math.round(below), 31, 42, 'fill="#4d565b"'),
    wire(end),
    "</svg>",
  ].join("");
}

const FONTS = [
  require.resolve("@fontsource/inter/files/inter-latin-400-normal.woff2"),
  require.resolve("@fontsource/inter/files/inter-latin-700-normal.woff2"),
];

/** The renderer can be started once in a process, and a test run builds twice. */
let started: Promise<void> | null = null;

/** @returns what makes a PNG of a drawing */
export async function painter(): Promise<(svg: string) => Uint8Array> {
  started ??= initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  await started;
  const fontBuffers = FONTS.map((file): Uint8Array => readFileSync(file));
  return (svg) => new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "Inter" } }).render().asPng();
}
