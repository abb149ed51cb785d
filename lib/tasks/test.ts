/** `npm test`: every check, a second build that must come out the same, and the journeys in real browsers. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser, OTHERS } from "./browser";
import { runChecks } from "./checks/checks";
import { buildExport } from "./export/export";
import { OUT } from "./export/stamp";
import { filesIn } from "./files";
import { freePort } from "./port";
import { cache, mustPass, noProblems, program, StepFailed, Steps, tool, type Passed } from "./steps";

const hashes = (folder: string): Map<string, string> =>
  new Map(
    filesIn(folder).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );

async function buildAgain(): Promise<Passed> {
  const first = hashes(OUT);
  // Without the framework's cache, as a copy of the first build would prove nothing.
  rmSync(join(".next", "cache"), { recursive: true, force: true });
  await buildExport();
  const second = hashes(OUT);
  const differing = [...new Set([...first.keys(), ...second.keys()])]
    .filter((file) => first.get(file) !== second.get(file))
    .sort();
  noProblems(
    differing.map(
      (file) =>
        `${file} ${!second.has(file) ? "is only in the first build" : !first.has(file) ? "is only in the second build" : "differs"}`,
    ),
    "take out what changes from build to build: a date, a random name, an order.",
  );
  return { note: `two builds are the same, ${second.size} files` };
}

/** In CI nobody else installs what is missing. */
const installs = (): boolean =>
  Boolean(process.env["CI"]) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

async function install(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const advice = `Debian's package manager could not install ${packages.join(" and ")}: see its words above.`;
  await mustPass(program("apt-get", ["update"], { env }), advice);
  await mustPass(program("apt-get", ["install", "-y", ...packages], { env }), advice);
}

async function browser(): Promise<Passed> {
  if (findBrowser() === null && installs()) await install(["chromium"]);
  const found = findBrowser();
  if (found === null)
    throw new StepFailed(
      "there is no Chromium here: install one, or run `npx playwright install chromium`, or name one in CHROME_PATH.",
    );
  return { note: found };
}

/** The other browsers are installed in CI; elsewhere each that is missing is told, and what it cannot. */
async function otherBrowsers(): Promise<void> {
  const missing = () => OTHERS.filter(({ isHere }) => !isHere());
  if (missing().length > 0 && installs())
    await steps.run("browsers", "the other browsers are here", async () => {
      await install(missing().flatMap(({ packages }) => packages));
      noProblems(
        missing().map(({ name }) => `${name} is not found`),
        "Debian's packages are installed: see in lib/tasks/browser.ts where they are looked for.",
      );
      return undefined;
    });
  for (const { name, packages, isHere, cannot } of OTHERS)
    if (!isHere())
      steps.skip(
        name,
        `it is not here, so the main journeys do not run in it: install ${packages.join(" and ")} (Debian's names)`,
      );
    else if (cannot) steps.skip(`${name} ${cannot.tag}`, cannot.why);
}

async function journeys(): Promise<Passed> {
  const report = cache("journeys.json");
  rmSync(report, { force: true });
  const { code } = await tool("@playwright/test", ["test", "--reporter=list,json"], {
    command: "playwright",
    loud: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), report), E2E_PORT: String(await freePort()) },
  });
  const { expected = 0, unexpected = 0 } = existsSync(report)
    ? (JSON.parse(readFileSync(report, "utf8")) as { stats: { expected?: number; unexpected?: number } })
        .stats
    : {};
  if (code !== 0)
    throw new StepFailed(
      "mend the page, or the journey that no longer says what is meant; `npx playwright test -g NAME` runs one again.",
      "",
      code,
      Math.max(1, unexpected),
    );
  const browsers = ["chromium", ...OTHERS.filter(({ isHere }) => isHere()).map(({ name }) => name)];
  return { note: `${expected} journeys pass in ${browsers.join(", ")}`, tests: expected };
}

const steps = new Steps();
if (await runChecks(steps)) {
  await steps.run("again", "a second build is the same", buildAgain);
  if (await steps.run("browser", "a Chromium is here", browser)) {
    await otherBrowsers();
    await steps.run("journeys", "journeys in real browsers", journeys);
  }
}
steps.close();
