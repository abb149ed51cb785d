/** The examples of /runbooks/: each is what its tool reads, and what the tool makes of it opens whole. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { alertLink, linkPlaces } from "../share/alert-link";
import { decode } from "../state/codec";
import { knowledgeOf } from "./knowledge";
import { loadContent } from "./load";

const content = loadContent("content");
const knowledge = knowledgeOf(content);
const { example, examples } = content.runbooks;
const SITE = "https://lastbyte.example";

describe.each(examples.map((one) => [one.id, one] as const))("%s", (_, { code, value, sources }) => {
  const link = alertLink(SITE, example, { question: "after", as: value });
  const whole = linkPlaces(code, value).join(link);

  test("holds the link whole, and nothing that was left open", () => {
    expect(whole).toContain(link);
    expect(whole).not.toMatch(/\{link\}|\{value\}/);
    expect(sources.length).toBeGreaterThan(0);
  });

  test("opens whole once the tool has filled in a number, and names what it left out", () => {
    for (const seconds of ["61", "61.0348291", "1m 1s"]) {
      expect(decode(link.replace(value, () => seconds).split("#")[1] ?? "", knowledge)).toEqual({
        answers: {
          ...Object.fromEntries(Object.entries(example).map(([key, one]) => [key, [one]])),
          after: [expect.stringMatching(/^61(\.035)?$/) as string],
        },
        dropped: [],
      });
    }
    expect(decode(link.replace(value, "").split("#")[1] ?? "", knowledge).dropped).toEqual([
      expect.stringContaining("came without a value") as string,
    ]);
    if (!/^\d+$/.test(value))
      expect(decode(link.split("#")[1] ?? "", knowledge).dropped.join(" ")).not.toBe("");
  });

  test("is read by the format that it is written in", () => {
    if (/^\w+:$/m.exec(whole.split("\n")[0] ?? ""))
      expect(JSON.stringify(parse(whole))).toContain(JSON.stringify(link).slice(1, -1));
    const body = /<<EOF\n([\s\S]*)\nEOF/.exec(whole)?.[1];
    if (body !== undefined)
      expect(JSON.parse(body)).toMatchObject({
        event_action: "trigger",
        links: [{ href: link }],
        payload: { custom_details: { runbook: link } },
      });
  });
});
