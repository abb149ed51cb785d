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

describe("whose line it is", () => {
  it.each([
    "embed-nightly-28998120-7hq4d    0/1     OOMKilled   0          9h",
    "12m   Normal    Killing   pod/report-worker-6c5d   Stopping container report",
    "Out of memory: Killed process 991 (postgres) total-vm:1kB",
    "nightly-report.service: Main process exited, code=killed, status=9/KILL",
    "Soft time limit (180s) exceeded for app.tasks.export_csv[1d0c8f86]",
  ])("a line of other work: %s", (line) => expect(kept(`${line}\nchat ended`)).toEqual([2]));

  it.each([
    "chat-api-7c9b6d5f4-2xkqp    0/1     OOMKilled   3          9h",
    "12m   Normal    Killing   pod/gen-7d4b9-8kq2m   Stopping container gen",
    "Out of memory: Killed process 3307 (gunicorn) total-vm:1kB",
  ])("a line that may be of the stream: %s", (line) => expect(kept(`${line}\nchat ended`)).toEqual([1, 2]));

  it("below a command, it is of what the command shows, until the next one", () =>
    expect(
      kept(
        "$ kubectl describe pod -n rag embed-nightly-7hq4d\n  Exit Code: 137\n$ kubectl top pods\nrag-api  34m",
      ),
    ).toEqual([3, 4]));
});

it("a header belongs to the response of its own command", async () => {
  const page = "$ curl -sv https://a.example/\n< content-encoding: gzip\n";
  const stream = "$ curl -N https://a.example/stream\n< content-type: text/event-stream\n";
  expect(await found(page + stream)).toEqual([]);
  expect(await found(`${stream}< content-encoding: gzip\n`)).toEqual(["3 compression-buffering for"]);
});

it("a log of which all requests are other work still tells whose it is", async () => {
  const text =
    '10.2.0.9 - - [03/Jun/2025:06:01:44 +0000] "POST /chat/stream HTTP/1.1" 200 31022 "-" "Mozilla/5.0"\n' +
    '2025/06/03 06:00:01 [error] 7#7: *12 upstream timed out (110: Connection timed out), request: "POST /admin/export HTTP/1.1"';
  const { findings } = await readEvidence([{ piece: 0, name: null, text }], readings);
  expect(findings.flatMap(({ implies }) => implies["proxy"] ?? [])).toContain("nginx");
  expect(await found(text)).toEqual([]);
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
