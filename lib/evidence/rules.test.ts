/** Every rule of content/readings/ hits its hit, and not its near miss. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import type { Format, Language, SignPlace } from "../model/reading";
import { budgetOf } from "./budget";
import { codeFindings } from "./code";
import { wholeOf, partsOf } from "./segments";
import { textOf, type Given } from "./given";
import { linesOf } from "./lines";
import { CODE_READER_NAMES, loadCodeReader, loadReader, READER_NAMES } from "./registry";
import { sentencesOf } from "./sentences";
import { settingFindings } from "./settings";
import { prepareSigns, signFindings } from "./signs";

const content = loadContent("content");
const readings = readingsOf(content);
const limits = new Map(readings.limits.map((limit) => [limit.id, limit]));
const given = (text: string): Given => ({ piece: 0, name: null, text });
const budget = () => budgetOf(1_000_000);

async function inFormat(format: Format, text: string): Promise<string[]> {
  const segment = wholeOf(given(text));
  const reader = await loadReader(format.reader);
  const wanted = format.rules.map(({ block }) => block);
  const blocks = reader(textOf(segment), budget(), [...new Set(wanted)]);
  return settingFindings(format, blocks, segment, limits).map(({ rule }) => rule);
}

async function inLanguage(language: Language, text: string): Promise<string[]> {
  const segment = wholeOf(given(text));
  const reader = await loadCodeReader(language.reader);
  return codeFindings(language, reader(textOf(segment), budget()), segment, [text]).map(({ rule }) => rule);
}

describe.each(content.formats)("the format $id", (format) => {
  it("has a reader", () => expect(READER_NAMES).toContain(format.reader));

  it.each(format.rules)("$id hits its hit", async ({ id, hit }) => {
    expect(await inFormat(format, hit)).toContain(id);
  });

  it.each(format.rules)("$id does not hit its near miss", async ({ id, near }) => {
    expect(await inFormat(format, near)).not.toContain(id);
  });
});

describe.each(content.languages)("the language $id", (language) => {
  it("has a reader", () => expect(CODE_READER_NAMES).toContain(language.reader));

  it.each(language.rules)("$id hits its hit", async ({ id, hit }) => {
    expect(await inLanguage(language, hit)).toContain(id);
  });

  it.each(language.rules)("$id does not hit its near miss", async ({ id, near }) => {
    expect(await inLanguage(language, near)).not.toContain(id);
  });
});

describe("signs", () => {
  const signs = prepareSigns(readings.signs);
  const rulesIn = (place: SignPlace, text: string): string[] => {
    const lines = place === "prose" ? sentencesOf(linesOf(text)) : linesOf(text);
    return signFindings(place, lines, 0, signs, budget(), new Map()).map(({ rule }) => rule);
  };

  it.each(content.signs)("$id hits its hit", ({ id, in: place, hit }) => {
    expect(rulesIn(place, hit)).toContain(id);
  });

  it.each(content.signs)("$id does not hit its near miss", ({ id, in: place, near }) => {
    expect(rulesIn(place, near)).not.toContain(id);
  });

  it.each(content.signs.filter((sign) => sign.in === "prose"))(
    "$id: its hit is taken for prose",
    ({ hit }) => {
      expect(partsOf(wholeOf(given(hit))).some(({ prose }) => prose)).toBe(true);
    },
  );
});
