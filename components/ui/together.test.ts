import { expect, test } from "vitest";
import { remarkTogether, together } from "./together";

test("a number and its unit stand on one line, words that begin like a unit do not count", () => {
  expect(together("60 s, 4 kB and 15 min; 3 streams, 2 s-maxage, 5 hops")).toBe(
    "60\u00a0s, 4\u00a0kB and 15\u00a0min; 3 streams, 2 s-maxage, 5 hops",
  );
});

test("code is left as it is", () => {
  const tree = {
    type: "root",
    children: [
      { type: "text", value: "after 60 s" },
      { type: "inlineCode", value: "sleep 60 s" },
    ],
  };
  remarkTogether()(tree);
  expect(tree.children.map(({ value }) => value)).toEqual(["after 60\u00a0s", "sleep 60 s"]);
});

test("a heading is left as it is: its published id follows from its text", () => {
  const heading = { type: "heading", children: [{ type: "text", value: "It dies after 120 s" }] };
  remarkTogether()({ type: "root", children: [heading] });
  expect(heading.children[0]?.value).toBe("It dies after 120 s");
});
