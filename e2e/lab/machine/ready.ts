/** Waiting until a program that was started answers on its port. */
import { request } from "node:http";
import { connect } from "node:net";
import { sleep } from "../base/sleep";
import type { Running } from "./process";

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const sent = request(
      { host: "127.0.0.1", port, path: "/lab-ready", agent: false, timeout: 2000 },
      (response) => {
        response.resume();
        response.once("close", () => {
          resolve(true);
        });
      },
    );
    sent.on("timeout", () => {
      sent.destroy();
    });
    sent.on("error", () => {
      resolve(false);
    });
    sent.end();
  });

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => {
      resolve(false);
    });
  });

const LOOK_S = 0.06;
/** Some read half a thousand modules, or are built first, and other proofs run beside them. */
const LONGEST_START_S = 180;
const lastLines = (program: Running): string => program.log().split("\n").slice(-15).join("\n");

/**
 * Wait until a program answers on its port.
 * @throws one sentence, with the end of its log, when it ends before or does not answer in time
 */
export async function ready(
  name: string,
  program: Running,
  port: number,
  how: "http" | "tcp" = "http",
): Promise<void> {
  const state = { over: false };
  void program.ended.then(() => {
    state.over = true;
  });
  const until = Date.now() + LONGEST_START_S * 1000;
  while (Date.now() < until) {
    if (state.over)
      throw new Error(
        `${name} ended before it answered (exit ${program.exit() ?? "unknown"}):\n${lastLines(program)}`,
      );
    if (await (how === "http" ? answers(port) : accepts(port))) return;
    await sleep(LOOK_S);
  }
  throw new Error(
    `${name} did not answer on port ${port} within ${LONGEST_START_S} s:\n${lastLines(program)}`,
  );
}
