import { describe, expect, test } from "vitest";
import { partOf, readProse, textUnder } from "./prose";

const TEXT = `## One and \`code\`

First.

\`\`\`sh
## no heading
\`\`\`

### Deeper

Second.

Two
---

Third, with <span id="old"></span> an anchor.

### Deeper

<Pair id="a/b" />
`;

const { prose, problems } = readProse(TEXT, 4);

describe("headings are found by the parser", () => {
  test("in every way of writing them, and not in code", () => {
    expect(problems).toEqual([]);
    expect(prose.sections.map(({ depth, title, id, line }) => ({ depth, title, id, line }))).toEqual([
      { depth: 2, title: "One and code", id: "one-and-code", line: 5 },
      { depth: 3, title: "Deeper", id: "deeper", line: 13 },
      { depth: 2, title: "Two", id: "two", line: 17 },
      { depth: 3, title: "Deeper", id: "deeper-1", line: 22 },
    ]);
  });

  test("the text under one ends at the next that is as deep as asked", () => {
    const [first] = prose.sections;
    expect(textUnder(prose, first!, 3)).toBe("First.\n\n```sh\n## no heading\n```");
    expect(textUnder(prose, first!, 2)).toMatch(/^First\.[\s\S]*### Deeper\n\nSecond\.$/);
    expect(partOf(prose, "Two")).toMatch(/^Third[\s\S]*<Pair id="a\/b" \/>$/);
    expect(partOf(prose, "Deeper")).toBe("");
  });
});

test("pairs are found with their lines", () => {
  expect(prose.pairs).toEqual([{ id: "a/b", line: 24 }]);
});

test("what cannot be parsed is one sentence with its line", () => {
  expect(readProse("Words.\n\n{1+", 2).problems).toEqual([expect.stringMatching(/^line \d+: .*backticks/)]);
});
