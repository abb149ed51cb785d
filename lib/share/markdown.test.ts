import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIXED } from "../diagnosis/fixtures/cases";
import { blocks, codeBlock, codeSpan, escaped, line, link, list } from "./markdown";

describe("words stay words", () => {
  test.each<[string, string]>([
    ["plain, with 60 s and a.b", "plain, with 60 s and a.b"],
    ["a *star*, an _underscore_", "a \\*star\\*, an \\_underscore\\_"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["[text](javascript:x)", "\\[text\\](javascript:x)"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["1. first", "1\\. first"],
    ["`tick`", "\\`tick\\`"],
    ["&lt; and AT&T", "\\&lt; and AT&T"],
    ["two\n\nlines", "two lines"],
    ["a | b", "a \\| b"],
  ])("%j", (text, wanted) => {
    expect(escaped(text)).toBe(wanted);
  });
});

describe("code keeps every sign", () => {
  test.each<[string, string]>([
    ["proxy_read_timeout", "`proxy_read_timeout`"],
    ["a `b` c", "``a `b` c``"],
    ["`x", "`` `x ``"],
    ["a\nb", "`a b`"],
  ])("span %j", (code, wanted) => {
    expect(codeSpan(code)).toBe(wanted);
  });

  test("a block holds backticks, and the language cannot break out of its line", () => {
    expect(codeBlock("echo `date`\n", "sh")).toBe("```sh\necho `date`\n```");
    expect(codeBlock("cat <<'X'\n```\nX", "sh")).toBe("````sh\ncat <<'X'\n```\nX\n````");
    expect(codeBlock("x", "sh\n# no")).toBe("```shno\nx\n```".replace("shno", "sh#no"));
  });

  test("no code ends its own fence", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[`~a \n]{0,40}$/), (code) => {
        const [open = "", ...rest] = codeBlock(code, "sh").split("\n");
        const fence = open.replace(/[^`].*$/, "");
        expect(rest.at(-1)).toBe(fence);
        expect(rest.slice(0, -1).some((text) => text.trim().startsWith(fence))).toBe(false);
      }),
      FIXED,
    );
  });
});

test("an address cannot end early", () => {
  expect(link("A [b]", "https://x.example/a(b)?c=<d> e#f=1&g=2")).toBe(
    "[A \\[b\\]](https://x.example/a%28b%29?c=%3Cd%3E%20e#f=1&g=2)",
  );
});

test("lines, lists and blocks leave out what is empty", () => {
  expect(
    line(["Set ", { code: "a_b" }, " as ", { strong: "root " }, ", see ", { link: "there", href: "/x/" }]),
  ).toBe("Set `a_b` as **root**, see [there](/x/)");
  expect(list([["a"], [" "], ["b"]])).toBe("- a\n- b");
  expect(list([["a"], ["b"]], true)).toBe("1. a\n2. b");
  expect(blocks(["a", "", false, undefined, "b"])).toBe("a\n\nb\n");
});
