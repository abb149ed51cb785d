import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { WebSocketServer } from "ws";
import type { Ask } from "../../../lib/content/proof-schema";
import { listen } from "./listen";

const ASK: Ask = {
  path: "/socket",
  method: "GET",
  headers: {},
  at: 0,
  leave: 0.1,
  patience: 5,
  direct: false,
  websocket: true,
};

test("a caller over a WebSocket notes ping frames as comments, and leaves when it is told to", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => {
    socket.ping("beat");
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { heard, text } = await listen(`http://127.0.0.1:${port}`, ASK, () => 0);
  server.close();
  expect(text).toBe(": ping frame\n");
  expect(heard).toMatchObject({
    status: 101,
    ended: "left",
    arrivals: [{ bytes: 4, words: 0, comment: true }],
  });
});
