/** Another Python than the lab's own: what an environment asks for, where this machine has it. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isOfNode, PYTHON, pythonOf } from "./locks";

const run = promisify(execFile);

/** Where pyenv keeps the Pythons that it does not put on the PATH. */
function keptByPyenv(wanted: string): string[] {
  const folder = join(process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.startsWith(`${wanted}.`))
    .map((name) => join(folder, name, "bin/python"));
}

/** The program of a Python, by its name on the PATH or by its path; null when this machine has none. */
export async function pythonProgram(wanted: string): Promise<string | null> {
  for (const name of [`python${wanted}`, "python3", "python", ...keptByPyenv(wanted)]) {
    const version = await run(name, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
    if (version === wanted) return name;
  }
  return null;
}

/** The environments among these that ask for another Python which this machine does not have. */
export async function lackingPython(environments: readonly string[]): Promise<string[]> {
  const others = environments.filter((name) => !isOfNode(name) && pythonOf(name) !== PYTHON);
  const found = await Promise.all(others.map((name) => pythonProgram(pythonOf(name))));
  return others.filter((_, at) => found[at] === null);
}
