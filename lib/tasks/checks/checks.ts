/** Everything in `npm test` but the browser and the second build. */
import { existsSync, readFileSync } from "node:fs";
import { knowledgeOf } from "../../content/knowledge";
import { loadContent } from "../../content/load";
import { ADDRESSES, lostAddresses, newOnes, published } from "./address-list";
import { baseProblems } from "./base-check";
import { cspProblems } from "./csp-check";
import { buildExport } from "../export/export";
import { OUT } from "../export/stamp";
import { linkProblems } from "./links";
import { sizes } from "./sizes";
import { cache, mustPass, noProblems, program, StepFailed, tool, type Passed, type Steps } from "../steps";

/** What stands on floors: see .dependency-cruiser.mjs. */
const ROOMS = ["app", "components", "lib", "e2e"];

async function content(): Promise<Passed> {
  const said = await mustPass(
    program(process.execPath, ["--import", "tsx", "lib/tasks/content.ts"]),
    "mend the files under content/ that are named above.",
  );
  return { note: said.replace(/^content: /, "") };
}

async function records(): Promise<Passed> {
  const said = await mustPass(
    program(process.execPath, ["--import", "tsx", "e2e/lab/judge-records.ts"]),
    "a record is written by the lab alone: run what is named above, and commit what it writes.",
  );
  return { note: said };
}

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

interface ToolStep {
  name: string;
  what: string;
  run: () => ReturnType<typeof tool>;
  advice: string;
}

/** A step that is one tool, which has to end well. */
const toolStep = (steps: Steps, { name, what, run, advice }: ToolStep): Promise<boolean> =>
  steps.run(name, what, async () => {
    await mustPass(run(), advice);
    return {};
  });

/** Steps that read the sources, and need no export. */
async function checkSources(steps: Steps): Promise<void> {
  const prettier = ["--check", "--cache", "--cache-location", cache("prettier"), "--log-level=warn", "."];
  await toolStep(steps, {
    name: "format",
    what: "lines as the formatter lays them out",
    run: () => tool("prettier", prettier),
    advice: "run `npx prettier --write .`.",
  });
  await steps.run("content", "schema and links of content/", content);
  await steps.run("records", "each record of the lab follows from the runs that were kept", records);
  await steps.run("types", "types of all TypeScript", types);
  await toolStep(steps, {
    name: "floors",
    what: "each room imports what stands below it, without circles",
    run: () => tool("dependency-cruiser", [...ROOMS, "--output-type=err-long"], { command: "depcruise" }),
    advice: "move what is shared to a floor below; .dependency-cruiser.mjs has the floors.",
  });
  const eslint = ["--cache", "--cache-location", cache("eslint"), "--cache-strategy=content"];
  await toolStep(steps, {
    name: "lint",
    what: "rules, purity of lib/",
    run: () => tool("eslint", [".", "--max-warnings=0", ...eslint]),
    advice: "mend the lines above; `npx eslint --fix .` mends some by itself.",
  });
  await toolStep(steps, {
    name: "unused",
    what: "no dead code, no unused package",
    run: () => tool("knip", ["--no-progress"]),
    advice: "delete what nothing uses, or use it.",
  });
  await steps.run("tests", "unit and property tests", unitTests);
}

/** Steps that read the export in `out/`. */
async function checkExport(steps: Steps): Promise<void> {
  await steps.run("links", "every link and anchor leads somewhere", () => {
    noProblems(linkProblems(OUT), "mend the links, or give the target its id.");
    return {};
  });
  await steps.run("base", "every address begins where the site stands", () => {
    noProblems(
      baseProblems(OUT),
      "in JSX an `href` is placed by itself; anywhere else `at` of components/base/at.ts does it, and the build with `under`.",
    );
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
    const { problems, report } = sizes(OUT, loadContent("content").causes.length);
    for (const line of report) console.log(`  ${line}`);
    noProblems(problems, "make the page lighter, or split it.");
    return {};
  });
}

/** Run all steps that need no browser. @returns whether there is an export to go on with */
export async function runChecks(steps: Steps): Promise<boolean> {
  await checkSources(steps);
  const built = await steps.run("build", "the export stands in out/", async () => {
    await buildExport();
    return {};
  });
  if (built) await checkExport(steps);
  return built;
}
