/** Ports for the programs of the lab, which hear on loopback only. */
import { createServer } from "node:net";

/** Below those that a system gives out by itself: a port that was chosen stays free until its program has started. */
const FIRST = 20_000;
const COUNT = 10_000;

/** Two labs on one machine begin at different ones. */
let next = (process.pid * 97) % COUNT;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/** A free port. None is given twice before all others have been. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < COUNT; tried += 1) {
    const port = FIRST + next;
    next = (next + 1) % COUNT;
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${FIRST} to ${FIRST + COUNT - 1} is free.`);
}
