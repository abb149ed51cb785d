import { expect, it } from "vitest";
import { excerptsOf } from "./excerpts";

const long = (middle: string) => `${"x\n".repeat(9)}${middle}\n${"y\n".repeat(9)}`;

it("holds the lines with findings and two around each, redacted, with one name for one host", () => {
  const [one, two] = excerptsOf([
    { name: "acme.com.conf", text: long("proxy_pass http://chat.acme.com;"), lines: [10] },
    { name: null, text: "upstream chat.acme.com timed out", lines: [1] },
  ]);
  expect(one?.parts).toEqual([{ from: 8, text: "x\nx\nproxy_pass http://host-1;\ny\ny" }]);
  expect(one).toMatchObject({ called: "acme.com.conf", name: "host-2.conf" });
  expect(one?.replacements).toEqual([{ line: 10, was: "chat.acme.com", is: "host-1" }]);
  expect(two?.parts).toEqual([{ from: 1, text: "upstream host-1 timed out" }]);
});

it("a text without findings is in no excerpt, and what is replaced elsewhere is not named", () => {
  expect(excerptsOf([{ name: null, text: "a.acme.com", lines: [] }])).toEqual([]);
  const [one] = excerptsOf([{ name: null, text: `a.acme.com\n${long("here")}`, lines: [11] }]);
  expect(one?.replacements).toEqual([]);
});

it("a key that begins outside of what is shown is known by its beginning", () => {
  const lines = Array.from({ length: 20 }, () => "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=").join("\n");
  const text = `${["-----BEGIN", "PRIVATE KEY-----"].join(" ")}\n${lines}\nWORKER TIMEOUT`;
  const [one] = excerptsOf([{ name: null, text, lines: [22] }]);
  expect(one?.parts[0]?.text.trim()).toBe("WORKER TIMEOUT");
});
