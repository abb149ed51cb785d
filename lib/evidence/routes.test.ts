/** Which place of a configuration stands for the stream. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import { readEvidence } from "./read";
import { printed } from "./record";

const readings = readingsOf(loadContent("content"));

/** What is found in an nginx configuration, as lines with causes. */
async function found(...lines: string[]): Promise<string[]> {
  const text = ["server {", ...lines, "}"].join("\n");
  const { findings } = await readEvidence([{ piece: 0, name: "nginx.conf", text }], readings);
  return printed(findings, (cause) => cause).map(({ line, cause, speaks }) => `${line} ${cause} ${speaks}`);
}

const API = "location /api/ { proxy_pass http://api; proxy_buffering off; proxy_read_timeout 900s; }";
const RIGHT = ["2 proxy-buffering against", "2 proxy-read-timeout against"];

describe("a path that is never a stream's", () =>
  it.each([
    "location /saml { proxy_pass http://api; proxy_buffering off; }",
    "location /login { proxy_pass http://api; }",
    "location /api/scim/v2 { proxy_pass http://api; }",
    "location = /go/oauth/callback { proxy_pass http://web; }",
    "location ~ ^/api/upload$ { proxy_pass http://api; client_max_body_size 1g; }",
    "location /api/files { proxy_pass http://api; }",
    "location /static/ { proxy_pass http://api; }",
  ])("%s", async (other) => expect(await found(API, other)).toEqual(RIGHT)));

describe("what a place shows outranks a word in its path", () =>
  it.each([
    "location /v9/ { proxy_pass http://api; proxy_buffering off; proxy_read_timeout 900s; }",
    "location /v9/ { proxy_pass http://api; proxy_buffering off; proxy_read_timeout 900s; } # SSE",
  ])("%s", async (shown) =>
    expect(await found(shown, "location /api/agents { proxy_pass http://api; }")).toEqual(RIGHT),
  ));

it("a comment above a place shows it too", async () =>
  expect(
    await found(
      "# SSE for the console",
      "location /v9/ { proxy_pass http://a; }",
      "location /app { proxy_pass http://a; }",
    ),
  ).toEqual(["3 proxy-buffering for", "3 proxy-read-timeout for"]));

it("a plain word in a path still counts beside a place that shows it", async () =>
  expect(await found(API, "location /chat/stream { proxy_pass http://api; }")).toEqual([
    ...RIGHT,
    "3 proxy-buffering for",
    "3 proxy-read-timeout for",
  ]));

it("an upstream is no stream", async () =>
  expect(
    await found(
      API,
      "location /api/models { proxy_pass http://upstream; }",
      "location /models { proxy_pass http://upstream; }",
    ),
  ).toEqual(RIGHT));

it("where files go to is no stream's, however long it waits", async () =>
  expect(
    await found(
      "location /chat { proxy_pass http://a; }",
      "location /papers { proxy_pass http://a; client_max_body_size 200m; proxy_read_timeout 300s; }",
    ),
  ).toEqual(["2 proxy-buffering for", "2 proxy-read-timeout for"]));

it("a long wait tells less than a plain word, and more than any other", async () => {
  const waiting = "location /v9/ { proxy_pass http://a; proxy_buffering on; proxy_read_timeout 900s; }";
  const shown = ["2 proxy-buffering for", "2 proxy-read-timeout against"];
  expect(await found(waiting, "location /chat { proxy_pass http://a; }")).toEqual(shown);
  expect(await found("location /sse { proxy_pass http://a; }", waiting)).toEqual([
    "2 proxy-buffering for",
    "2 proxy-read-timeout for",
  ]);
});
