/** What is kept of a finding is enough to make it again: a link stands on the same verdict. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import type { Finding } from "../model/finding";
import { foundOf, foundText, readFound } from "../model/found";
import { readEvidence } from "./read";
import { restored } from "./restore";

const content = loadContent("content");
const readings = readingsOf(content);
const inKind = (as: string | null, rules: readonly { id: string; hit: string }[]) =>
  rules.map(({ id, hit }) => ({ as, id, hit }));
const hits = [
  ...inKind(null, content.signs),
  ...content.formats.flatMap(({ id, rules }) => inKind(id, rules)),
  ...content.languages.flatMap(({ id, rules }) => inKind(id, rules)),
];

/** A finding without its place, and without the words of the text: neither is kept. */
const placeless = ({ origin: _, words: __, ...rest }: Finding) => rest;

/** Through a link and back. */
const handedOn = (findings: readonly Finding[]) =>
  restored(
    findings.flatMap((finding) => readFound(foundText(foundOf(finding))) ?? []),
    readings,
  );

describe("every finding of every example comes back as it was", () => {
  it.each(hits)("$id", async ({ as, hit }) => {
    const { findings } = await readEvidence([{ piece: 0, name: null, text: hit, as }], readings);
    expect(findings.length).toBeGreaterThan(0);
    expect(handedOn(findings)).toEqual(
      findings.map((finding) => ({ ...placeless(finding), origin: { kind: "kept" } })),
    );
  });
});

describe("settings of every kind", () => {
  const location = (line: string) => `location /chat { proxy_pass http://app; ${line} }`;
  it.each(["60s", "1h", "7d", "300ms", "$timeout", "0"])("proxy_read_timeout %s", async (value) => {
    const text = location(`proxy_read_timeout ${value};`);
    const { findings } = await readEvidence([{ piece: 0, name: "nginx.conf", text }], readings);
    expect(handedOn(findings).map((finding) => finding && placeless(finding))).toEqual(
      findings.map(placeless),
    );
  });
});

it("a rule that nobody knows gives nothing", () => {
  expect(restored([{ rule: "no-such-rule" }], readings)).toEqual([null]);
});

it.each(["", "A", "a b", "x~", "x~60~60", "x~1e9", "<img>", "x~a1~a2", "a".repeat(90)])(
  "%j is nothing that was kept",
  (text) => expect(readFound(text)).toBeNull(),
);
