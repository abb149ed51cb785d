/** Which lines of a log are about the stream, and which line of a traceback counts. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { ofTheStream } from "./elsewhere";
import { linesOf } from "./lines";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));
const kept = (text: string) => ofTheStream(linesOf(text)).map(({ number }) => number);

/** What is found in a text, as lines with causes. */
async function found(text: string): Promise<string[]> {
  const { findings } = await readEvidence([{ piece: 0, name: null, text }], readings);
  return printed(findings, (cause) => cause).map(({ line, cause, speaks }) => `${line} ${cause} ${speaks}`);
}

describe("lines of a log", () => {
  it("beside a request that plainly streams, other requests do not count", () =>
    expect(kept('"POST /chat/stream HTTP/1.1" 200\n"POST /reindex HTTP/1.1" 504\npool ready')).toEqual([
      1, 3,
    ]));

  it("without one, only plain other work does not count", () =>
    expect(kept('"POST /v2/do HTTP/1.1" 504\n"GET /export.csv HTTP/1.1" 504')).toEqual([1]));

  it("where all is other work, all counts", () =>
    expect(kept('"GET /health HTTP/1.1" 504\n"GET /health HTTP/1.1" 200')).toEqual([1, 2]));

  it("what stands below the name of another program is its own", () =>
    expect(kept("==> embed-worker.log <==\ntimed out\n==> chat.log <==\nended")).toEqual([3, 4]));
});

describe("a traceback", () => {
  const chain = (joined: string) =>
    `Traceback (most recent call last):
  File "/app/a.py", line 1, in f
    raise httpx.ReadTimeout()
httpx.ReadTimeout

${joined}:

Traceback (most recent call last):
  File "/app/b.py", line 2, in g
    raise APITimeoutError()
openai.APITimeoutError: Request timed out.`;

  it.each([
    "The above exception was the direct cause of the following exception",
    "During handling of the above exception, another exception occurred",
  ])("is told by its last exception: %s", async (joined) =>
    expect(await found(chain(joined))).toEqual(["11 client-timeout for"]),
  );
});

it("a missing setting stands where a change takes it away", async () => {
  const diff = `@@ -1,4 +1,3 @@
 location /stream {
     proxy_pass http://chat;
-    proxy_buffering off;
     proxy_read_timeout 3600s;
 }`;
  expect(await found(diff)).toContain("4 proxy-buffering for");
});

it("times between which a request ran give how long it ran", async () => {
  const sign = readings.signs.find(({ match }) => match.includes("?<began>"));
  const hit = loadContent("content").signs.find(({ id }) => id === sign?.id)?.hit ?? "";
  const { findings } = await readEvidence([{ piece: 0, name: null, text: hit }], readings);
  expect(findings.flatMap(({ implies }) => implies["after"] ?? [])).toContain("60");
});
