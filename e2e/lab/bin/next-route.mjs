/**
 * `next-route MODULE PORT`: Next.js with MODULE as its one route handler, `app/stream/route.js`: built, then served on PORT as
 * in production.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";

const [module = "", port = ""] = process.argv.slice(2);
const ROUTE = "app/stream";

function next(...args) {
  const { status } = spawnSync("next", args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(ROUTE, { recursive: true });
copyFileSync(module, `${ROUTE}/route.js`);
// The packages are a link out of this folder, which Turbopack follows below its root only.
writeFileSync("next.config.mjs", 'export default { turbopack: { root: "/" } };\n');
// Nothing here is rendered ahead.
next("build", "--experimental-build-mode", "compile");
next("start", "--hostname", "127.0.0.1", "--port", port);
