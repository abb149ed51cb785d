import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ask } from "../../../lib/content/proof-schema";
import { listen } from "./listen";
import { Printed } from "./printed";

const ASK: Ask = {
  path: "/jobs",
  method: "POST",
  headers: {},
  at: 0,
  patience: 5,
  direct: false,
  websocket: false,
};
const server = createServer((request, response) => {
  if (request.url === "/jobs") response.writeHead(202).end('{"events": "/jobs/7f/events"}');
  else if (request.url === "/jobs/7f/events" && request.method === "GET") response.end('data: "a00z "\n\n');
  else response.writeHead(404).end("nothing here");
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

test("a followed question reads the stream that the answer names, and hides its id", async () => {
  const { heard, text } = await listen(base, { ...ASK, follow: "events" }, () => 0);
  expect(text).toContain("a00z");
  expect(heard).toMatchObject({ path: "/jobs → events", status: 200, ended: "whole" });
});

test("an answer that names no path is an answer without a word, with the reason", async () => {
  const { heard, text } = await listen(base, { ...ASK, follow: "stream" }, () => 0);
  expect(text).toBe("");
  expect(heard).toMatchObject({ status: 202, error: 'the answer names no path in "stream"' });
});

test("what a program prints is an answer that ends with its exit code", () => {
  let now = 0;
  const hear = () => {
    const printed = new Printed("a", () => now);
    now = 1;
    printed.take(Buffer.from("a00z a01z "));
    now = 2;
    return printed;
  };
  expect(hear().over(0).heard).toMatchObject({
    path: "stdout",
    ended: "whole",
    error: null,
    arrivals: [{ at: 1, bytes: 10, words: 2, comment: false }],
    end: 2,
  });
  expect(hear().over(1).heard).toMatchObject({ ended: "cut", error: "exit 1" });
  expect(hear().over(null).heard).toMatchObject({ ended: "patience" });
});
