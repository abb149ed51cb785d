/** The readers, by the name under which the formats of content/readings/ call them; each is loaded when its format comes. */
import type { Block } from "./blocks";
import type { Budget } from "./budget";
import type { Segment } from "./given";
import type { Use } from "./uses";

/**
 * From a text to the blocks of a configuration. Never throws; a text that is none gives no block.
 * `wanted` are the kinds of blocks that the rules of the format name.
 */
export type ReadBlocks = (text: string, budget: Budget, wanted: readonly string[]) => Block[];

const READERS: Readonly<Record<string, () => Promise<ReadBlocks>>> = {
  nginx: async () => (await import("./nginx/blocks")).nginxBlocks,
  apache: async () => (await import("./apache/blocks")).apacheBlocks,
  caddy: async () => (await import("./caddy/blocks")).caddyBlocks,
  haproxy: async () => (await import("./haproxy/blocks")).haproxyBlocks,
  yaml: async () => {
    const [{ yamlTrees }, { treeBlocks }] = await Promise.all([
      import("./tree/yaml"),
      import("./tree/blocks"),
    ]);
    return (text, budget, wanted) => treeBlocks(yamlTrees(text, budget), wanted, budget);
  },
  "yaml-snake": async () => {
    const [{ yamlTrees }, { treeBlocks }, { snakeTree }] = await Promise.all([
      import("./tree/yaml"),
      import("./tree/blocks"),
      import("./tree/snake"),
    ]);
    return (text, budget, wanted) => treeBlocks(yamlTrees(text, budget).map(snakeTree), wanted, budget);
  },
  "yaml-commands": async () => {
    const [{ yamlTrees }, { treeBlocks }, { treeCommandBlocks }] = await Promise.all([
      import("./tree/yaml"),
      import("./tree/blocks"),
      import("./command/tree"),
    ]);
    return (text, budget, wanted) => {
      const trees = yamlTrees(text, budget);
      return [...treeBlocks(trees, wanted, budget), ...treeCommandBlocks(trees, text, wanted, budget)];
    };
  },
  "toml-commands": async () => {
    const [{ tomlTrees }, { treeBlocks }, { treeCommandBlocks }] = await Promise.all([
      import("./tree/toml"),
      import("./tree/blocks"),
      import("./command/tree"),
    ]);
    return (text, budget, wanted) => {
      const trees = tomlTrees(text, budget);
      return [...treeBlocks(trees, wanted, budget), ...treeCommandBlocks(trees, text, wanted, budget)];
    };
  },
  shell: async () => (await import("./command/blocks")).shellBlocks,
  procfile: async () => (await import("./command/procfile")).procfileBlocks,
  dockerfile: async () => (await import("./command/dockerfile")).dockerfileBlocks,
  unit: async () => (await import("./command/unit")).unitBlocks,
  terraform: async () => (await import("./infra/terraform")).terraformBlocks,
  cloudformation: async () => (await import("./infra/cloudformation")).cloudFormationBlocks,
  serverless: async () => (await import("./infra/serverless")).serverlessBlocks,
  "gunicorn-conf": async () => (await import("./command/assigned")).assignedBlocks("gunicorn"),
  toml: async () => {
    const [{ tomlTrees }, { treeBlocks }] = await Promise.all([
      import("./tree/toml"),
      import("./tree/blocks"),
    ]);
    return (text, budget, wanted) => treeBlocks(tomlTrees(text, budget), wanted, budget);
  },
};

/** Names of all readers. */
export const READER_NAMES: readonly string[] = Object.keys(READERS);

/** The reader of a name. An unknown name is a mistake of ours, which the tests of content/readings/ find. */
export async function loadReader(name: string): Promise<ReadBlocks> {
  const load = READERS[name];
  if (!load) throw new Error(`There is no reader "${name}".`);
  return load();
}

/** From the commands of a segment to the files that they write. */
export type ReadWritten = (segment: Segment, budget: Budget) => Segment[];

/** Readers whose formats hold commands that can write files. */
const WRITERS = new Set(["dockerfile", "shell"]);

/** What finds the files that the commands of a format write; null where it holds none. */
export const loadWritten = async (reader: string): Promise<ReadWritten | null> =>
  WRITERS.has(reader) ? (await import("./command/written")).writtenIn : null;

/** From source code to what is used in it, and where. Never throws; code that is cut off gives what can be read. */
export type ReadUses = (text: string, budget: Budget) => Use[];

const CODE_READERS: Readonly<Record<string, () => Promise<ReadUses>>> = {
  javascript: async () => (await import("./javascript/uses")).javascriptUses,
  python: async () => (await import("./python/uses")).pythonUses,
};

/** Names of all readers of source code. */
export const CODE_READER_NAMES: readonly string[] = Object.keys(CODE_READERS);

/** The reader of a language; an unknown name is a mistake of ours. */
export async function loadCodeReader(name: string): Promise<ReadUses> {
  const load = CODE_READERS[name];
  if (!load) throw new Error(`There is no reader "${name}" of source code.`);
  return load();
}
