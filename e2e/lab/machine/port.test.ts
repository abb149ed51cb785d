import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./port";

test("ports that are chosen at the same time are different ones", async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort));
  expect(new Set(ports).size).toBe(20);
});

test("one that is taken is passed over", async () => {
  const taken = (await freePort()) + 1;
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(taken, "127.0.0.1", done);
  });
  expect(await freePort()).not.toBe(taken);
  server.close();
});
