import { describe, expect, it } from "vitest";
import { isProse, partsOf, wholeOf } from "./segments";

describe("isProse", () => {
  it.each([
    "Our stream dies after a minute when a tool runs.",
    "We set `proxy_read_timeout = 3600` and it is still cut in the middle of the answer after a minute.",
    "The whole answer appears at the end.",
  ])("takes %s for prose", (text) => expect(isProse(text)).toBe(true));

  it.each([
    "proxy_read_timeout 60s;",
    "    return StreamingResponse(generate(), media_type='text/event-stream')",
    "2026-01-01 00:00:00 [error] 7#7: *1 upstream timed out",
    'File "/app/main.py", line 12, in handler',
    "livenessProbe:",
    "raise ValueError('the stream is closed for the caller')",
    "",
  ])("takes %s for none", (text) => expect(isProse(text)).toBe(false));
});

describe("partsOf", () => {
  it("takes a line of a log for none that somebody wrote, also where its time is taken off", () => {
    const log = [35, 36, 37].map((second) => `2025-05-14T12:12:${second}Z The run of the agent has failed.`);
    const parts = partsOf(wholeOf({ piece: 0, name: null, text: log.join("\n") }));
    expect(parts.map(({ prose, lines }) => [prose, lines[0]?.text])).toEqual([
      [false, "The run of the agent has failed."],
    ]);
  });

  it("cuts a ticket into its parts, each with the lines as they were given", () => {
    const text = [
      "Our stream is cut after a minute in production.",
      "",
      "```nginx",
      "location / { proxy_pass http://app; }",
      "```",
      "The log of the server says this:",
      "[CRITICAL] WORKER TIMEOUT (pid:9)",
    ].join("\n");
    const parts = partsOf(wholeOf({ piece: 0, name: null, text }));
    expect(
      parts.map(({ prose, fenced, lines }) => [prose, fenced, lines[0]?.number, lines.at(-1)?.number]),
    ).toEqual([
      [true, false, 1, 2],
      [false, true, 4, 4],
      [true, false, 6, 6],
      [false, false, 7, 7],
    ]);
  });

  it("begins a part at a line that names a file, and at none that says more of it", () => {
    const text = [
      "INFO: 10.0.0.1 GET /stream 200",
      "app/main.py:12: in stream",
      "# app/main.py 10-14",
      "async def stream(q):",
      "nginx.conf:",
      "location / {",
    ].join("\n");
    const parts = partsOf(wholeOf({ piece: 0, name: null, text }));
    expect(parts.map(({ fence, lines }) => [fence, lines[0]?.number])).toEqual([
      [undefined, 1],
      ["app/main.py", 3],
      ["nginx.conf", 5],
    ]);
  });

  it("loses no line that says something, fences apart", () => {
    const text = "one\n```\ntwo\nthree";
    const lines = partsOf(wholeOf({ piece: 0, name: null, text })).flatMap((part) => part.lines);
    expect(lines.map((line) => line.text)).toEqual(["one", "two", "three"]);
  });
});
