import { describe, expect, it } from "vitest";
import { linesOf, MOST_OF_LINE } from "./lines";

const texts = (text: string): string[] => linesOf(text).map((line) => line.text);

describe("linesOf", () => {
  it.each([
    ["colours", "\u001b[31mWORKER TIMEOUT\u001b[0m\n\u001b[32mok\u001b[0m", ["WORKER TIMEOUT", "ok"]],
    ["Windows line ends", "a: 1\r\nb: 2\r\n", ["a: 1", "b: 2", ""]],
    ["quoted mail", "> first line\n> second line", ["first line", "second line"]],
    ["docker compose", "web-1  | started\nweb-1  | WORKER TIMEOUT", ["started", "WORKER TIMEOUT"]],
    ["kubectl with prefixes", "[pod/chat-1/app] one\n[pod/chat-1/app] two", ["one", "two"]],
    ["line numbers", " 1 | server {\n 2 |   listen 80;\n 3 | }", ["server {", "  listen 80;", "}"]],
    [
      "journald",
      "Nov 29 16:00:00 box gunicorn[7]: one\nNov 29 16:00:01 box gunicorn[7]: two",
      ["one", "two"],
    ],
    [
      "a diff",
      "@@ -1,3 +1,3 @@\n location / {\n-  proxy_buffering on;\n+  proxy_buffering off;\n }",
      ["", "location / {", "", "  proxy_buffering off;", "}"],
    ],
  ])("takes off %s", (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it("keeps a lone line that looks prefixed", () => {
    expect(texts("> is the prompt\nplain\nplain again")[0]).toBe("> is the prompt");
  });

  it("puts the message of a JSON log before the rest", () => {
    const [first] = texts('{"level":"error","message":"upstream timed out (110: x)","t":1}');
    expect(first?.startsWith("upstream timed out (110: x) ")).toBe(true);
  });

  it("numbers lines as they were given", () => {
    expect(linesOf("a\nb\nc").map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("cuts a line that is too long", () => {
    expect(texts("x".repeat(MOST_OF_LINE * 3))[0]).toHaveLength(MOST_OF_LINE);
  });
});
