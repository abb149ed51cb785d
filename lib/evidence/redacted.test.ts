/** What is redacted says the same: the verdict does not hang on who somebody is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { redact } from "../text/redact/redact";
import { readEvidence } from "./read";

const content = loadContent("content");
const readings = readingsOf(content);

/** Files that people have: our own configs, and the examples of all rules. */
const texts = [
  ...content.configs.flatMap(({ texts: own }) => Object.entries(own).map(([name, text]) => ({ name, text }))),
  ...content.pairs.map(({ id, brokenCode }) => ({ name: `${id}.py`, text: brokenCode })),
  ...content.pairs.map(({ id, fixedCode }) => ({ name: `${id}.py`, text: fixedCode })),
  ...[...content.signs, ...content.formats.flatMap(({ rules }) => rules as readonly { hit: string }[])].map(
    ({ hit }) => ({ name: null, text: hit }),
  ),
];
const FIXTURES = join("lib", "evidence", "fixtures");
for (const file of readable(FIXTURES))
  texts.push({ name: file, text: readFileSync(join(FIXTURES, file), "utf8") });

/** Files of a folder that may not be there. */
function readable(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.\w+$/.test(file) && !file.endsWith(".test.ts"),
    );
  } catch {
    return [];
  }
}

/** What stands around a text where people paste it: people, hosts and secrets. */
const PRIVATE = [
  "# jane.doe@bigcorp.com",
  "# chat.bigcorp.com 10.1.2.3 2a01:4f8:c0c:1234::1",
  "# Authorization: Bearer abcd1234efgh5678",
  "# redis://admin:hunter2@cache.bigcorp.com:6379/0",
].join("\n");

const findingsOf = async (name: string | null, text: string) =>
  (await readEvidence([{ piece: 0, name, text }], readings)).findings;

describe("the findings are the same before and after", () => {
  it.each(texts.map((one, at) => ({ ...one, at })))("$at: $name", async ({ name, text }) => {
    const given = `${PRIVATE}\n${text}`;
    const { text: redacted, replacements } = redact(given);
    expect(replacements.length).toBeGreaterThan(5);
    expect(redacted).not.toMatch(/jane|bigcorp|hunter2|10\.1\.2\.3|abcd1234/);
    expect(await findingsOf(name, redacted)).toEqual(await findingsOf(name, given));
  });
});
