/** Dockerfiles: the last stage as a block, and the command that it starts. */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";
import { commandBlocks } from "./blocks";
import { commandsOf, listedWords, type Word } from "./words";

interface Instruction {
  name: string;
  text: string;
  at: number;
}

const INSTRUCTION = /^[ \t]*([A-Za-z]{2,20})[ \t]+(.*)$/;

/** Instructions with the lines that continue them; comments between those lines are left out. */
function instructionsOf(text: string, budget: Budget): Instruction[] {
  const found: Instruction[] = [];
  let open: Instruction | null = null;
  text.split("\n").forEach((line, at) => {
    if (!budget.spend(1)) return;
    const isComment = /^[ \t]*#/.test(line);
    if (open) open.text += `\n${isComment ? "\\" : line}`;
    else {
      const [, name, rest] = INSTRUCTION.exec(isComment ? "" : line) ?? [];
      if (name === undefined || rest === undefined) return;
      open = { name: name.toUpperCase(), text: rest, at };
      found.push(open);
    }
    if (!isComment && !/\\\s*$/.test(line)) open = null;
  });
  return found;
}

/** Names and values of an ENV or ARG: `A=1 B=2`, or `A 1` as it was once written. */
function variablesOf({ text, at }: Instruction, budget: Budget): [string, Value][] {
  const words = commandsOf(text, budget, new Map(), at).flat();
  const [first] = words;
  if (first && !first.text.includes("=")) {
    const value = words.slice(1).map((word) => word.text);
    return [[first.text, { text: value.join(" "), at: first.at }]];
  }
  return words.map((word) => {
    const [name = "", ...value] = word.text.split("=");
    return [name, { text: value.join("="), at: word.at }];
  });
}

/** The instructions that make the last stage: its own, behind those of the stages that it is built on. */
function lastStage(all: readonly Instruction[]): Instruction[] {
  const starts = all.flatMap(({ name }, place) => (name === "FROM" ? [place] : []));
  const stages = [0, ...starts].map((start, place) => all.slice(start, starts[place]));
  const [, ...own] = stages;
  const made: Instruction[] = [];
  let at = own.length - 1;
  while (at >= 0) {
    made.unshift(...(own[at] ?? []));
    const [base] = own[at]?.[0]?.text.split(/\s+/) ?? [];
    const before = own.slice(0, at);
    at = before.findLastIndex(
      ([from]) => base !== undefined && / AS (\S+)/i.exec(from?.text ?? "")?.[1] === base,
    );
  }
  return starts.length > 0 ? made : [...all];
}

const isList = (text: string): boolean => /^\s*\[/.test(text);

/** The blocks of a Dockerfile: its last stage as `image` with `FROM`, `COPY` and `ENV.<name>`, and the programs that are wanted. */
export function dockerfileBlocks(text: string, budget: Budget, wanted: readonly string[]): Block[] {
  const all = instructionsOf(text, budget);
  const stage = lastStage(all);
  const settings = new Map<string, Value[]>();
  const variables = new Map<string, string>();
  for (const instruction of stage) {
    if (/^(ENV|ARG)$/.test(instruction.name))
      for (const [name, value] of variablesOf(instruction, budget)) {
        addValues(settings, `ENV.${name}`, [value]);
        variables.set(name, value.text);
      }
    else addValues(settings, instruction.name, [{ text: instruction.text, at: instruction.at }]);
  }
  const commandOf = (name: string): Word[][] => {
    const found = stage.filter((one) => one.name === name).at(-1);
    if (!found) return [];
    return isList(found.text)
      ? [listedWords(found.text, variables, found.at)]
      : commandsOf(found.text, budget, variables, found.at);
  };
  const [entry, command] = [commandOf("ENTRYPOINT"), commandOf("CMD")];
  const whole = entry.length === 1 ? [[...entry.flat(), ...command.flat()]] : [...entry, ...command];
  const image = {
    kind: "image",
    name: "",
    at: stage[0]?.at ?? 0,
    settings,
    partial: stage[0]?.name !== "FROM",
  };
  return [...(stage.length > 0 ? [image] : []), ...commandBlocks(whole, wanted, budget)];
}
