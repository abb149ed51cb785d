/** `npm run build`: the static export in `out/`. */
import { knowledgeOf } from "../content/knowledge";
import { newOnes } from "./checks/address-list";
import { buildExport } from "./export/export";
import { OUT } from "./export/stamp";
import { Steps } from "./steps";

const steps = new Steps();
console.log("build: the static export, about a minute");
await steps.run("build", "out/ is as it was", async () => {
  const content = await buildExport();
  return { note: `the export stands in out/${newOnes(OUT, knowledgeOf(content))}` };
});
process.exitCode = steps.code;
