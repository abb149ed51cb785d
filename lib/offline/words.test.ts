import { describe, expect, it } from "vitest";
import type { Report } from "./version";
import { offerOf, standingWords, type Standing } from "./words";

const moment = (time: number) => `<${time}>`;
const REPORT: Report = {
  uses: "lastbyte-aa",
  usesWhole: false,
  newest: "lastbyte-aa",
  files: 300,
  kept: 10,
  first: false,
  asked: false,
  trouble: null,
  wait: 0,
};
const standing = (change: Partial<Report>, spared = false): Standing => ({
  report: { ...REPORT, ...change },
  spared,
});
const wrong = { kind: "not-whole", wrong: ["/a/"], again: 7 } as const;

describe.each<[string, Standing, RegExp, string | null]>([
  ["the first part comes", standing({}), /^What an incident needs .* is on its way/, "Keep it all now"],
  ["it may not come by itself", standing({}, true), /saves data.*no copy yet/, "Keep it all now"],
  [
    "the first part is here",
    standing({ first: true }),
    /works without network\. The rest comes file by file/,
    "Keep it all now",
  ],
  ["the line is metered", standing({ first: true }, true), /The rest comes when you ask/, "Keep it all now"],
  ["all was asked for", standing({ first: true, asked: true }, true), /The rest is on its way/, null],
  [
    "all is here",
    standing({ first: true, kept: 300, usesWhole: true }),
    /whole site: 300 files, version aa/,
    null,
  ],
  [
    "a file is wrong",
    standing({ first: true, trouble: wrong }),
    /The rest comes .* whole: \/a\/ did not arrive .* after <7>/,
    "Try again",
  ],
  [
    "files are wrong",
    standing({ trouble: { ...wrong, wrong: ["/a/", "/b/"] } }),
    /2 files, such as \/a\/, did not arrive/,
    "Try again",
  ],
  [
    "only a wrong file is left",
    standing({ first: true, kept: 299, asked: true, trouble: wrong, wait: 600_000 }),
    /The rest is here but for 1 file\. The copy did not come whole: \/a\//,
    "Try again",
  ],
  [
    "only a wrong file of the first part is left",
    standing({ trouble: wrong, wait: 600_000 }),
    /\) is not here yet\. The copy did not/,
    "Try again",
  ],
  [
    "there is no room",
    standing({ trouble: { kind: "no-room", bytes: 1_250_000 } }),
    /1\.3 MB more is needed/,
    "Try again",
  ],
  [
    "the network is away",
    standing({ trouble: { kind: "no-network" } }),
    /network does not answer/,
    "Keep it all now",
  ],
  [
    "a newer version comes below a path",
    standing({ uses: "lastbyte/last-byte:old", usesWhole: true }),
    /^This browser has the whole site, version old\. A newer version comes/,
    "Keep it all now",
  ],
  [
    "a newer version comes",
    standing({ uses: "lastbyte-old", usesWhole: true }),
    /^This browser has the whole site, version old\. A newer version comes/,
    "Keep it all now",
  ],
  [
    "a newer version is here, of which the old one was never whole",
    standing({ uses: "lastbyte-old", kept: 300, first: true }),
    /^This browser has version old\. A newer version is here\.$/,
    null,
  ],
  ["data is saved", "thrifty", /whole copy is 7\.0 MB/, "Keep it all now"],
  ["workers are forbidden", "forbidden", /Take the zip/, null],
  ["storage fails", "no-storage", /storage does not answer/, "Try again"],
])("when %s", (_, given, words, offer) => {
  it("says so, and offers what helps", () => {
    expect(standingWords(given, 7_000_000, moment)).toMatch(words);
    expect(offerOf(given)).toBe(offer);
  });
});
