import { expect, test } from "vitest";
import { remember } from "./remember";

test("a text is read again only when it is another one", () => {
  let count = 0;
  const read = remember((text) => ({ text, number: (count += 1) }));
  expect(read("a", "1")).toBe(read("a", "1"));
  expect(read("b", "1").number).toBe(2);
  expect(read("a", "2")).toEqual({ text: "2", number: 3 });
  expect(read("a", "1").number).toBe(4);
});

test("what throws is not remembered", () => {
  let fails = true;
  const read = remember((text) => {
    if (fails) throw new Error(text);
    return text;
  });
  expect(() => read("a", "1")).toThrow("1");
  fails = false;
  expect(read("a", "1")).toBe("1");
});
