/** Everything in `npm test` but the browser and the second build. */
import { existsSync, readFileSync } from "node:fs";
import { knowledgeOf } from "../../content/knowledge";
import { loadContent } from "../../content/load";
import { ADDRESSES, lostAddresses, newOnes, published } from "./address-list";
import { cspProblems } from "./csp-check";
import { buildExport, OUT } from "../export/export";
import { linkProblems } from "./links";
import { sizes } from "./sizes";
import { cache, mustPass, noProblems, program, StepFailed, tool, type Passed, type Steps } from "../steps";

async function types(): Promise<Passed> {
  await mustPass(tool("next", ["typegen"]), "mend the routes under app/ that the framework names above.");
  await mustPass(tool("typescript", ["--noEmit"], { command: "tsc" }), "mend the types at the lines above.");
  return {};
}

async function unitTests(): Promise<Passed> {
  const report = cache("unit-tests.json");
  const { code, said } = await tool("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report)
    ? (JSON.parse(readFileSync(report, "utf8")) as { numPassedTests?: number; numFailedTests?: number })
    : {};
  if (code !== 0)
    throw new StepFailed(
      "mend the code, or the test that no longer says what is meant; `npx vitest` runs one file again.",
      said,
      code,
      Math.max(1, numFailedTests),
    );
  return { note: `${numPassedTests} unit tests pass`, tests: numPassedTests };
}

/** Run all checks that need no browser. @returns whether there is an export to go on with */
export async function runChecks(steps: Steps): Promise<boolean> {
  await steps.run("format", "lines as the formatter lays them out", async () => {
    await mustPass(
      tool("prettier", [
        "--check",
        "--cache",
        "--cache-location",
        cache("prettier"),
        "--log-level=warn",
        ".",
      ]),
      "run `npx prettier --write .`.",
    );
    return {};
  });
  await steps.run("content", "schema and links of content/", async () => ({
    note: (
      await mustPass(
        program(process.execPath, ["--import", "tsx", "lib/tasks/content.ts"]),
        "mend the files under content/ that are named above.",
      )
    ).replace(/^content: /, ""),
  }));
  await steps.run("types", "types of all TypeScript", types);
  await steps.run("lint", "rules, import fences, purity of lib/", async () => {
    await mustPass(
      tool("eslint", [
        ".",
        "--max-warnings=0",
        "--cache",
        "--cache-location",
        cache("eslint"),
        "--cache-strategy",
        "content",
      ]),
      "mend the lines above; `npx eslint --fix .` mends some by itself.",
    );
    return {};
  });
  await steps.run("unused", "no dead code, no unused package", async () => {
    await mustPass(tool("knip", ["--no-progress"]), "delete what nothing uses, or use it.");
    return {};
  });
  await steps.run("tests", "unit and property tests", unitTests);
  const built = await steps.run("build", "the export stands in out/", async () => {
    await buildExport();
    return {};
  });
  if (!built) return false;
  await steps.run("links", "every link and anchor leads somewhere", () => {
    noProblems(linkProblems(OUT), "mend the links, or give the target its id.");
    return {};
  });
  await steps.run("addresses", "every published address still answers", () => {
    const knowledge = knowledgeOf(loadContent("content"));
    const list = published();
    noProblems(
      lostAddresses(OUT, list, knowledge),
      `an address that stands in ${ADDRESSES} has to answer for good; never take it off the list.`,
    );
    return { note: `${list.length} published addresses answer${newOnes(OUT, knowledge)}` };
  });
  await steps.run("policy", "every page carries its policy and keeps it", () => {
    noProblems(cspProblems(OUT), "take the inline part out of the page, or mend lib/tasks/export/finish.ts.");
    return {};
  });
  await steps.run("sizes", "documents stay light", () => {
    const { problems, report } = sizes(OUT);
    for (const line of report) console.log(`  ${line}`);
    noProblems(problems, "make the page lighter, or split it.");
    return {};
  });
  return true;
}
