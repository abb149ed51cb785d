/** `npm run build`: the static export in `out/`; with `-- DIR` in another folder, which is not there yet. */
import { knowledgeOf } from "../content/knowledge";
import { newOnes } from "./checks/address-list";
import { buildExport, buildExportInto } from "./export/export";
import { OUT } from "./export/stamp";
import { Steps } from "./steps";

const [, , folder] = process.argv;
const steps = new Steps();
console.log("build: the static export, about a minute");
if (folder === undefined)
  await steps.run("build", "out/ is as it was", async () => {
    const content = await buildExport();
    return { note: `the export stands in out/${newOnes(OUT, knowledgeOf(content))}` };
  });
else
  await steps.run("build", "nothing was written", async () => {
    await buildExportInto(folder);
    return { note: `the export stands in ${folder}` };
  });
process.exitCode = steps.code;
