/** A server of Node for answers that stream. `handler` is yours: an Express app or a listener of Koa is one, too. */
import { createServer } from "node:http";
import { handler } from "./handler.mjs";

const LONGEST_STREAM_S = 900;

const server = createServer(handler);
server.keepAliveTimeout = 75_000;
server.listen(8000, "127.0.0.1");

// No new connections; open streams go on, and after their time all that is left is closed.
process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  setTimeout(() => server.closeAllConnections(), LONGEST_STREAM_S * 1000).unref();
});
