/** A caller over a WebSocket. */
import WebSocket from "ws";
import type { Ask } from "../../../lib/content/proof-schema";
import type { Notes, Outcome } from "./notes";

/** How the text that claims are judged by tells a ping frame: as a comment, since it carries nothing. */
const PING_FRAME = ": ping frame\n";

/**
 * Send the question, and listen until the socket closes, the answer holds one of `until`, the caller leaves,
 * or its patience ends.
 */
export function askByWebSocket(base: string, ask: Ask, notes: Notes): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = new WebSocket(base.replace(/^http/, "ws") + ask.path);
    let open = false;
    let over = false;
    const finish = (ended: Outcome["ended"], error: string | null = null) => {
      if (over) return;
      over = true;
      timers.forEach(clearTimeout);
      socket.terminate();
      resolve({ status: open ? 101 : null, headers: {}, ended, error });
    };
    const timers = [setTimeout(finish, ask.patience * 1000, "patience")];
    if (ask.leave !== undefined) timers.push(setTimeout(finish, ask.leave * 1000, "left"));
    socket.on("open", () => {
      open = true;
      if (ask.body !== undefined) socket.send(ask.body);
    });
    socket.on("message", (data: Buffer) => {
      notes.take(`${data.toString("utf8")}\n`, data.length);
      if (ask.until?.some((one) => notes.text.includes(one))) {
        socket.close(1000);
        finish("whole");
      }
    });
    socket.on("ping", (data: Buffer) => {
      notes.take(PING_FRAME, data.length);
    });
    socket.on("close", (code) => {
      finish(code === 1000 ? "whole" : "cut", `close code ${code}`);
    });
    socket.on("error", (error) => {
      finish(open ? "cut" : "refused", error.message);
    });
  });
}
