import { expect, test } from "vitest";
import { denoised, searchedFor } from "./noise";

test.each([
  ["a time", "2026-11-21 10:00:01,123 upstream timed out", "upstream timed out"],
  ["a time with its zone", "2026-11-21T10:00:01.5Z upstream timed out", "upstream timed out"],
  ["a day and a time apart", "2017/02/03 16:36:10 upstream timed out", "upstream timed out"],
  ["a uuid", "thread 87298c23-56fa-41fa-9963-4a7cc978d3fa failed", "thread failed"],
  ["a trace id", "trace 4bf92f3577b34da6a3ce929d0e0e4736 failed", "trace failed"],
  ["a place in memory", "object at 0x105371790 ignored", "object at ignored"],
  ["an address with its port", "connect to 10.0.0.12:8000 refused", "connect to refused"],
  ["a link", "see https://example.com/a?b=c#d for more", "see for more"],
  ["a path", "could not open /srv/app/main.py:12 today", "could not open today"],
  ["a path of Windows", "could not open C:\\app\\main.py today", "could not open today"],
  ["a process", "WORKER TIMEOUT (pid:9402)", "WORKER TIMEOUT ( )"],
  ["a frame of Python", '  File "/srv/main.py", line 12, in stream\nTimeoutError', "TimeoutError"],
  [
    "a frame of JavaScript",
    "    at async read (file:///srv/x.js:10:5)\nTypeError: terminated",
    "TypeError: terminated",
  ],
  ["marks below an expression", "    ^^^^^^^\nTimeoutError", "TimeoutError"],
  ["colours", "\u001b[31mERROR\u001b[0m timed out", "ERROR timed out"],
  [
    "what a server says of the request",
    'upstream timed out, client: 10.0.0.1, server: a.example, request: "POST /chat HTTP/1.1", upstream: "http://b/c", host: "a.example"',
    "upstream timed out, , , , ,",
  ],
  ["a line of an access log", '10.0.0.1 - - "GET /events HTTP/2.0" 499 0', "- - 499 0"],
  ["control characters", "timed\u0000\u0007 out", "timed out"],
])("noise: %s", (_, text, left) => {
  expect(searchedFor(text)).toBe(left);
});

test("of a text that is too long its end stays, and the lines that speak of trouble", () => {
  const quiet = "all is well here\n".repeat(3_000);
  const left = denoised(`${quiet}httpx.ReadTimeout\n${quiet}the end`);
  expect(left).toMatch(/^httpx\.ReadTimeout\n[\s\S]*the end$/);
  expect(denoised(quiet).length).toBeLessThan(12_000);
});

test("what carries meaning stays: status codes, settings, seconds", () => {
  expect(searchedFor("504 proxy_read_timeout 60s; HTTP/2 --timeout 120")).toBe(
    "504 proxy_read_timeout 60s; HTTP/2 --timeout 120",
  );
});
