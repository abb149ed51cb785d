import { describe, expect, test } from "vitest";
import { alertLink, linkPlaces } from "./alert-link";

const SITE = "https://lastbyte.example";

describe("a link from an alert", () => {
  test.each<[Readonly<Record<string, string>>, Parameters<typeof alertLink>[2], string]>([
    [
      { framework: "loom", symptom: "late" },
      { question: "after", as: "{{ $value }}" },
      "/#framework=loom&symptom=late&after={{ $value }}",
    ],
    [{ framework: "", proxy: "gate,balance" }, null, "/#proxy=gate,balance"],
    [
      { after: "60", symptom: "cut" },
      { question: "after", as: "${seconds}" },
      "/#symptom=cut&after=${seconds}",
    ],
    [{ symptom: "a b&c" }, null, "/#symptom=a%20b%26c"],
    [{}, null, "/"],
    [{}, { question: "silence", as: "61" }, "/#silence=61"],
  ])("%j with %j", (answers, filled, wanted) => {
    expect(alertLink(SITE, answers, filled)).toBe(`${SITE}${wanted}`);
  });
});

test("an example in pieces: the value filled in, the link's places between them", () => {
  expect(linkPlaces("a: '{value}'\nb: '{link}'\nc: {link}", "$1 $& {{ x }}")).toEqual([
    "a: '$1 $& {{ x }}'\nb: '",
    "'\nc: ",
    "",
  ]);
});
