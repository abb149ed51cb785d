/** systemd units and other files of `[Section]` and `Name=value`: each section a block, and the commands that they start. */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";
import { commandBlocks } from "./blocks";
import { commandsOf, type Word } from "./words";

interface Entry {
  section: string;
  name: string;
  text: string;
  at: number;
}

interface Section {
  name: string;
  at: number;
}

/** Entries with the lines that continue them. */
function entriesOf(text: string, budget: Budget): { entries: Entry[]; sections: Section[] } {
  const entries: Entry[] = [];
  const sections: Section[] = [];
  let continued = false;
  text.split("\n").forEach((line, at) => {
    if (!budget.spend(1)) return;
    const open = continued ? entries.at(-1) : undefined;
    continued = /\\\s*$/.test(line);
    if (open) {
      open.text += `\n${line}`;
      return;
    }
    const [, section] = /^\s*\[([^\]\n]{1,100})\]/.exec(line) ?? [];
    if (section !== undefined) sections.push({ name: section, at });
    const [, name, value] = /^\s*([A-Za-z][\w.-]{0,100})\s*=\s*(.*)$/.exec(line) ?? [];
    if (section === undefined && name !== undefined && value !== undefined)
      entries.push({ section: sections.at(-1)?.name ?? "", name, text: value, at });
  });
  return { entries, sections };
}

/** Values of the environment that a unit sets. */
function environmentOf(entries: readonly Entry[], budget: Budget): Map<string, string> {
  const words = entries
    .filter(({ name }) => name === "Environment")
    .flatMap(({ text }) => commandsOf(text, budget).flat());
  return new Map(
    words.flatMap(({ text }: Word): [string, string][] => {
      const [name = "", ...value] = text.split("=");
      return value.length > 0 ? [[name, value.join("=")]] : [];
    }),
  );
}

/** Sections as blocks of kind `section`, each named by itself in `section`; and the programs that are wanted. */
export function unitBlocks(text: string, budget: Budget, wanted: readonly string[]): Block[] {
  const { entries, sections } = entriesOf(text, budget);
  const blocks = sections.map(({ name, at }): Block => {
    const settings = new Map<string, Value[]>([["section", [{ text: name, at }]]]);
    for (const entry of entries)
      if (entry.section === name) addValues(settings, entry.name, [{ text: entry.text, at: entry.at }]);
    return { kind: "section", name: "", at, settings, partial: false };
  });
  const variables = environmentOf(entries, budget);
  const started = entries
    .filter(({ name }) => /^(ExecStart|command)$/.test(name))
    .flatMap((entry) => commandsOf(entry.text.replace(/^[@:+!-]+/, ""), budget, variables, entry.at));
  return [...blocks, ...commandBlocks(started, wanted, budget)];
}
