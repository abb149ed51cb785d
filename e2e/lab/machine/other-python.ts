/** Another Python than the lab's own: the machine's where it has one, or one that a module of Go brings along. */
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import { LabError } from "../base/error";
import { CACHE } from "./cache";
import { isOfNode, PYTHON, pythonOf } from "./locks";

const run = promisify(execFile);

/** A Python that runs wherever it is put, as data of a module, with the checksum that Go gives the module. */
const MODULE = "github.com/kluctl/go-embed-python";
const PINNED: Readonly<Record<string, { version: string; sum: string }>> = {
  "3.10": {
    version: "v0.0.0-3.10.16-20241219-1",
    sum: "h1:bfJRrtWlbdrPtwXXXZzA95yj2Pr9AvSbxDEm8YvbaP0=",
  },
};

/** How Go names what Node calls x64. */
const ARCHITECTURES: Partial<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** In a mode of Go: it is a folder. */
const IS_FOLDER = 2 ** 31;
const MODE = 0o777;

/** The list of its files that stands beside them. */
const filesSchema = v.object({
  files: v.array(
    v.object({
      name: v.string(),
      perm: v.number(),
      symlink: v.optional(v.string()),
      compressed: v.optional(v.boolean()),
    }),
  ),
});

/** The name of a program on the PATH that is this Python; null when there is none. */
export async function pythonOnPath(wanted: string): Promise<string | null> {
  for (const name of [`python${wanted}`, "python3", "python"]) {
    const version = await run(name, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
    if (version === wanted) return name;
  }
  return null;
}

/** The environments among these whose Python this machine does not have. */
export async function lackingPython(environments: readonly string[]): Promise<string[]> {
  const others = environments.filter((name) => !isOfNode(name) && pythonOf(name) !== PYTHON);
  const found = await Promise.all(others.map((name) => pythonOnPath(pythonOf(name))));
  return others.filter((_, at) => found[at] === null);
}

/** Write the files of a Python into a folder, as the list beside them says. */
export function unpack(data: string, folder: string): void {
  const { files } = v.parse(filesSchema, JSON.parse(readFileSync(join(data, "files.json"), "utf8")));
  for (const { name, perm, symlink, compressed = false } of files) {
    const to = join(folder, name);
    if (symlink !== undefined) symlinkSync(symlink, to);
    else if (perm >= IS_FOLDER) mkdirSync(to, { recursive: true });
    else {
      const bytes = readFileSync(join(data, compressed ? `${name}.gz` : name));
      writeFileSync(to, compressed ? gunzipSync(bytes) : bytes, { mode: perm & MODE });
    }
  }
}

/** The folder of the module, once Go has it and its checksum is the pinned one. */
async function moduleOf(wanted: string, go: string): Promise<string> {
  const pinned = PINNED[wanted];
  if (!pinned)
    throw new LabError(
      `The lab needs Python ${wanted}, and finds none: put it on the PATH as python${wanted}.`,
    );
  const { stdout } = await run(go, ["mod", "download", "-json", `${MODULE}@${pinned.version}`], {
    cwd: CACHE,
  }).catch((error: unknown) => {
    throw new LabError(`Python ${wanted} could not be had by Go; is there a network? ${String(error)}`);
  });
  const { Dir, Sum } = v.parse(v.object({ Dir: v.string(), Sum: v.string() }), JSON.parse(stdout));
  if (Sum !== pinned.sum)
    throw new LabError(`${MODULE}@${pinned.version} has the checksum ${Sum}, not ${pinned.sum}.`);
  return Dir;
}

/**
 * The program of another Python: of this machine, or unpacked from a module of Go.
 * @param go the program
 * @throws LabError when there is neither
 */
export async function otherPython(wanted: string, go: () => string): Promise<string> {
  const found = await pythonOnPath(wanted);
  if (found !== null) return found;
  const home = join(CACHE, "pythons", wanted);
  const program = join(home, "bin", `python${wanted}`);
  if (existsSync(program)) return program;
  const machine = `${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  const data = join(await moduleOf(wanted, go()), "python/internal/data", machine);
  if (!existsSync(data))
    throw new LabError(`There is no Python ${wanted} for ${machine}: put one on the PATH.`);
  const part = mkdtempSync(join(CACHE, "python-"));
  unpack(data, part);
  mkdirSync(join(CACHE, "pythons"), { recursive: true });
  rmSync(home, { recursive: true, force: true });
  renameSync(part, home);
  return program;
}
