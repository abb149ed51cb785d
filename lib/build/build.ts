/** `npm run build`: the static export in `out/`. */
import { buildExport } from "./export";
import { Steps } from "./steps";

const steps = new Steps();
console.log("build: the static export, about a minute");
await steps.run("build", "the export stands in out/", async () => {
  await buildExport();
  return undefined;
});
process.exitCode = steps.code;
