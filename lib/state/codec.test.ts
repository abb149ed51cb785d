import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge as small } from "../diagnosis/fixtures/knowledge";
import { decode, encode, kindOfFragment } from "./codec";
import { readAnswer } from "./read-answer";

const real = knowledgeOf(loadContent("content"));

describe("round trip", () => {
  test.each([
    ["the real knowledge", real],
    ["the small knowledge", small],
  ])("any case of %s comes back whole from its link", (_, knowledge) => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        expect(decode(`#${encode(answers, knowledge)}`, knowledge)).toEqual({ answers, dropped: [] });
      }),
      FIXED,
    );
  });

  test("one case has one address, in whichever order it was answered", () => {
    fc.assert(
      fc.property(cases(real), (answers) => {
        expect(encode(Object.fromEntries(Object.entries(answers).reverse()), real)).toBe(
          encode(answers, real),
        );
      }),
      FIXED,
    );
  });

  test("a link is plain text that survives a chat and a shell", () => {
    fc.assert(
      fc.property(cases(real), (answers) => {
        expect(encode(answers, real)).toMatch(/^[A-Za-z0-9=&.,%_-]*$/);
      }),
      FIXED,
    );
  });

  test("several proxies keep their order", () => {
    expect(decode("proxy=balance,gate", small).answers["proxy"]).toEqual(["balance", "gate"]);
    expect(encode({ proxy: ["gate", "balance"] }, small)).toBe("proxy=gate,balance");
  });

  test("the longest case that can be said is read again", () => {
    const seconds = "12345.678";
    const answers: Record<string, string[]> = {};
    for (const { id, kind, options } of real.questions) {
      const products = (real.products[id] ?? []).map((product) => product.id);
      const settable = (product: string) => real.limits.filter(({ on }) => on === product).length;
      const most = products.sort((a, b) => settable(b) - settable(a))[0] ?? "";
      if (kind === "seconds") answers[id] = [seconds];
      else if (kind === "products") answers[id] = [most, ...[2, 3, 4, 5, 6].map((at) => `${most}.${at}`)];
      else answers[id] = [kind === "product" ? most : (options[0]?.id ?? real.symptoms[0]!.id)];
    }
    for (const { id, outcomes } of real.checks) answers[`check.${id}`] = [outcomes[0]!.id];
    for (const hop of Object.values(answers).flat())
      for (const { id, on, kind } of real.limits)
        if (on === hop.replace(/\.\d$/, ""))
          answers[`set.${hop}.${id}`] = [kind === "buffering" ? "off" : seconds];
    expect(encode(answers, real).length).toBeGreaterThan(4_000);
    expect(decode(encode(answers, real), real)).toEqual({ answers, dropped: [] });
  });

  test("nothing answered is an empty link", () => {
    expect(encode({}, small)).toBe("");
    expect(encode({ symptom: [] }, small)).toBe("");
    for (const text of ["", "#", "&&", "#&"])
      expect(decode(text, small)).toEqual({ answers: {}, dropped: [] });
  });
});

describe("what is not understood is dropped and named", () => {
  test.each<[string, string]>([
    ["nonsense=1", "nonsense"],
    ["symptom=nonsense", "nonsense"],
    ["check.none=yes", "check.none"],
    ["check.bypass=maybe", "maybe"],
    ["after=soon", "soon"],
    ["after=-1", "-1"],
    ["after=86401", "86401"],
    ["after=1e3", "1e3"],
    ["just-a-word", "just-a-word"],
    ["symptom=%E0%A4%A", "%E0%A4%A"],
    ["%zz=cut", "%zz"],
    ["__proto__=cut", "__proto__"],
    ["constructor=cut", "constructor"],
    ["hasOwnProperty=cut", "hasOwnProperty"],
    ["symptom=__proto__", "__proto__"],
    ["=cut", "“”"],
    ["framework=%3Cscript%3E", "<script>"],
    ["check.=same", "check."],
    ["trait=buffers", "trait"],
  ])("%s", (fragment, named) => {
    const { answers, dropped } = decode(fragment, small);
    expect(answers).toEqual({});
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toContain(named);
  });

  test("what stands beside it is kept", () => {
    expect(decode("#symptom=late&colour=red&proxy=gate,moat&after=60", small)).toEqual({
      answers: { symptom: ["late"], proxy: ["gate"], after: ["60"] },
      dropped: ["“colour” is no question that Lastbyte asks.", "“moat” is no answer to “the proxy”."],
    });
  });

  test("a question with one answer keeps the first and names the other", () => {
    expect(decode("symptom=late,cut", small)).toMatchObject({
      answers: { symptom: ["late"] },
      dropped: [expect.stringContaining("cut") as string],
    });
  });

  test("“nothing” cannot stand beside a product: it is dropped, and named", () => {
    const { answers, dropped } = decode("proxy=none,gate", small);
    expect(answers).toEqual({ proxy: ["gate"] });
    expect(dropped).toEqual([expect.stringContaining("none") as string]);
  });

  test("no more hops than anybody has", () => {
    const ids = real.products["proxy"]!.map(({ id }) => id)
      .filter((id) => id !== "none" && id !== "other")
      .slice(0, 8);
    const { answers, dropped } = decode(`proxy=${ids.join(",")}`, real);
    expect(answers["proxy"]).toHaveLength(6);
    expect(dropped).toHaveLength(2);
  });

  test("a link that is too long is read in no part, and one sentence says so", () => {
    expect(decode(`symptom=late&x=${"a".repeat(8_000)}`, small)).toEqual({
      answers: {},
      dropped: [expect.stringContaining("too long") as string],
    });
  });

  test.each<[string, string[] | undefined, string | null]>([
    ["after=", undefined, "“the after” came without a value."],
    ["after=%20", undefined, "without a value"],
    ["after=,", undefined, "without a value"],
    ["symptom=", undefined, "“the symptom”"],
    ["after=50&after=60", ["60"], "“the after” stands in the link twice"],
    ["after=60.00", ["60"], null],
    ["after=abc", undefined, "“abc” is no number of seconds for “the after”."],
    ["after=61.03", ["61.03"], null],
    ["after=61.0348291", ["61.035"], null],
    ["after=1m", ["60"], null],
    ["after=1m%201s", ["61"], null],
    ["after=1m+1s", ["61"], null],
    ["after=60s", ["60"], null],
    ["after=60000ms", ["60"], null],
    ["after=1.5%20min", ["90"], null],
    ["after=NaN", undefined, "NaN"],
    ["after=%2BInf", undefined, "+Inf"],
    ["after=%3Cno%20value%3E", undefined, "<no value>"],
    ["after=[no value]", undefined, "[no value]"],
    ["after=null", undefined, "null"],
    ["after={{value}}", undefined, "{{value}}"],
    ["after=${seconds}", undefined, "${seconds}"],
    ["after=unknown", ["unknown"], null],
  ])("what a template leaves: %s", (fragment, after, named) => {
    const { answers, dropped } = decode(`#symptom=late&${fragment}`, small);
    expect(answers["after"]).toEqual(after);
    if (named === null) expect(dropped).toEqual([]);
    else {
      expect(dropped).toHaveLength(1);
      expect(dropped[0]).toContain(named);
    }
  });

  test("a number with a comma is two numbers: none is taken, both are named", () => {
    expect(decode("after=1,234.5", small)).toEqual({
      answers: {},
      dropped: [expect.stringContaining("“1”") as string, expect.stringContaining("“234.5”") as string],
    });
  });

  test("a label with a capital is the id that it means, and what HTML left in the link does no harm", () => {
    expect(decode("symptom=Late&amp;proxy=Gate&amp;after=60", small)).toEqual({
      answers: { symptom: ["late"], proxy: ["gate"], after: ["60"] },
      dropped: [],
    });
  });

  test("what is named is cut short", () => {
    for (const fragment of [`${"k".repeat(900)}=1`, `symptom=${"v".repeat(900)}`, "w".repeat(900)])
      expect(decode(fragment, small).dropped[0]?.length).toBeLessThan(120);
  });

  test("junk never throws, never becomes an answer, and is named", () => {
    const junk = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.stringMatching(/^(%[0-9a-fA-F]?[0-9a-zA-Z]?|=|&|,|[a-z.])*$/),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const { answers, dropped } = decode(text, real);
        expect(answers).toEqual({});
        expect(dropped.length > 0).toBe(
          text
            .replace(/^#/, "")
            .split("&")
            .some((part) => part !== ""),
        );
      }),
      { ...FIXED, numRuns: 1000 },
    );
  });

  test("an answer that is already dropped once is not understood the second time either", () => {
    const { values, dropped } = readAnswer("symptom", ["late", "late"], small);
    expect({ values, dropped }).toEqual({ values: ["late"], dropped: [] });
    expect(readAnswer("symptom", [], small)).toEqual({ values: [], dropped: [] });
  });
});

describe("what a fragment is", () => {
  test.each([
    ["", "nothing"],
    ["#", "nothing"],
    ["#&", "nothing"],
    ["#main", "place"],
    ["#hand-over", "place"],
    ["#symptom", "place"],
    ["#token=abc", "stranger"],
    ["#q=timeout", "stranger"],
    ["#=", "stranger"],
    ["#check.none=yes&set.gate.nothing=1", "stranger"],
    ["#__proto__=cut", "stranger"],
    ["#symptom=cut", "case"],
    ["#token=abc&symptom=nonsense", "case"],
    ["#check.times=", "case"],
    ["#set.gate.gate-read=60", "case"],
    [`#symptom=cut&x=${"a".repeat(4_000)}`, "case"],
  ])("%s", (fragment, kind) => {
    expect(kindOfFragment(fragment, small)).toBe(kind);
  });

  test("of 950 junk keys a dozen are named, and the rest is counted", () => {
    const junk = Array.from({ length: 950 }, (_, at) => `j${at.toString(36)}=`);
    const { answers, dropped } = decode(`#symptom=cut&${junk.join("&")}`, small);
    expect(answers).toEqual({ symptom: ["cut"] });
    expect(dropped).toHaveLength(13);
    expect(dropped.at(-1)).toBe("And 938 more things were left out.");
  });
});

describe("hops and their settings", () => {
  test.each<[string, string[]]>([
    ["proxy=gate,balance,gate", ["gate", "balance", "gate.2"]],
    ["proxy=gate,balance,gate.2", ["gate", "balance", "gate.2"]],
    ["proxy=gate.2", ["gate.2"]],
    ["proxy=Gate,GATE.3", ["gate", "gate.3"]],
  ])("%s keeps each hop", (fragment, hops) => {
    expect(decode(fragment, small)).toEqual({ answers: { proxy: hops }, dropped: [] });
    expect(decode(encode({ proxy: hops }, small), small).answers["proxy"]).toEqual(hops);
  });

  test.each<[string, string, string]>([
    ["set.gate.gate-read=300", "set.gate.gate-read", "300"],
    ["set.gate.gate-read=OFF", "set.gate.gate-read", "off"],
    ["set.gate.gate-read=none", "set.gate.gate-read", "none"],
    ["set.gate.gate-buffer=off", "set.gate.gate-buffer", "off"],
    ["set.gate.2.gate-read=0.5", "set.gate.2.gate-read", "0.5"],
  ])("%s is read, and comes back", (part, key, value) => {
    const { answers, dropped } = decode(`#proxy=gate,gate.2&${part}`, small);
    expect(dropped).toEqual([]);
    expect(answers[key]).toEqual([value]);
    expect(decode(encode(answers, small), small)).toEqual({ answers, dropped: [] });
  });

  test.each<[string, string]>([
    ["proxy=gate&set.gate.gate-read=soon", "“soon” is no value of “read wait”"],
    ["proxy=gate&set.gate.gate-read=60,70", "“60” is no value of “read wait”"],
    ["proxy=gate&set.gate.gate-buffer=60", "“60” is no value of “hold”: “off” is."],
    ["proxy=gate&set.gate.nothing=60", "“set.gate.nothing” is no setting that Lastbyte knows."],
    ["proxy=gate&set.gate.balance-idle=60", "“set.gate.balance-idle” is no setting that Lastbyte knows."],
    ["proxy=gate&set.=60", "“set.” is no setting that Lastbyte knows."],
    ["proxy=gate&set.gate.2.gate-read=60", "“gate.2” is not on the path, so “read wait” was left out."],
    ["framework=weave.2", "“weave.2” is no answer to “the framework”."],
    ["proxy=none.2", "“none.2” is no answer to “the proxy”."],
  ])("%s: the bad part is dropped, and named", (fragment, sentence) => {
    const { answers, dropped } = decode(fragment, small);
    expect(Object.keys(answers).filter((key) => key.startsWith("set."))).toEqual([]);
    expect(dropped.join("\n")).toContain(sentence);
  });

  test("the order of the parts does not matter", () => {
    expect(decode("set.gate.gate-read=300&proxy=gate", small)).toEqual(
      decode("proxy=gate&set.gate.gate-read=300", small),
    );
  });
});
