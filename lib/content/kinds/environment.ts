/** What the lab has, by name: environments of Python and of Node, programs, proxies, apps. Its files lie in the lab. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../content";
import { idsIn } from "../named";
import type { Kind } from "./kind";

const LAB = "e2e/lab";
/** What stands among the lab's programs and is none: their table, what they have in common, and their test. */
const NO_PROGRAMS = ["index", "program", "programs.test"];

/** Names of files in a folder of the lab, with this ending and without it. */
function namesIn(folder: string, ending: string): string[] {
  const path = join(LAB, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, name.length - ending.length))
    : [];
}

function readLab(): Lab {
  return {
    // A list of Python packages, or the folder of a package.json.
    environments: [...namesIn("envs", ".in"), ...namesIn("envs", "").filter((name) => !name.includes("."))],
    proxies: namesIn("proxies", ".conf"),
    programs: namesIn("programs", ".ts").filter((name) => !NO_PROGRAMS.includes(name)),
    wraps: namesIn("wraps", ""),
    apps: namesIn("apps", ".py"),
  };
}

export const environment: Kind = {
  files: [],
  read: (_, content) => {
    content.lab = readLab();
  },
  ids: ({ lab }) => {
    const of = (what: string, ids: readonly string[]) => idsIn(what, ids, (id) => `${LAB}: ${what} "${id}"`);
    return [
      ...of("environment", lab.environments),
      ...of("proxy of the lab", lab.proxies),
      ...of("program of the lab", lab.programs),
      ...of("wrap of the lab", lab.wraps),
      ...of("app of the lab", lab.apps),
    ];
  },
};
