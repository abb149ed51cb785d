/**
 * Command lines as blocks. A rule names its block by the program, `gunicorn`, or by the program and its subcommand,
 * `gcloud run deploy`; its keys are options as they are written, `--timeout` and `-t`. `program` is always set, and
 * what is no option stands under `args`.
 */
import { addValues, type Block, type Value } from "../blocks";
import type { Budget } from "../budget";
import { commandsOf, type Word } from "./words";

/** In a command that begins so, a program's name is a package, a process or a text, and does not run. */
const RUNS_NOTHING =
  /^(install|uninstall|add|remove|freeze|p?kill|killall|which|whereis|echo|printf|e?grep|rg|man|apt(-get)?|pip3?|journalctl|systemctl|supervisorctl|service|pgrep|ps|tail|cat|cp|mv|rm|mkdir|touch|chown|chmod|ls|cd|test|build|pull|push|tag|restart|status|logs|\[|\[\[)$/;
/** Between a program and its subcommand stand few options. */
const NEAR = 6;
/** No command line needs more words. */
const MOST_WORDS = 2000;

const baseOf = (word: string): string => word.split("/").at(-1) ?? "";

/** Words of a command, with their last parts: `gunicorn` of `/opt/venv/bin/gunicorn`. */
interface Command {
  words: readonly Word[];
  bases: readonly string[];
}

/** Place behind the program and its subcommands in a command, or null. */
function behind({ words, bases }: Command, names: readonly string[]): { first: number; next: number } | null {
  const [program = "", ...rest] = names;
  const first = bases.indexOf(program);
  if (first < 0 || bases.slice(0, first).some((base) => RUNS_NOTHING.test(base))) return null;
  let next = first + 1;
  for (const name of rest) {
    const found = words.findIndex(({ text }, place) => place >= next && text === name);
    if (found < 0 || found > first + NEAR) return null;
    next = found + 1;
  }
  return { first, next };
}

/** Options by name; one that another option follows has no value. */
function optionsOf(words: readonly Word[]): Map<string, Value[]> {
  const settings = new Map<string, Value[]>();
  const add = (name: string, text: string, at: number) => addValues(settings, name, [{ text, at }]);
  words.forEach(({ text, at }, place) => {
    const [, option, value] = /^(--?[A-Za-z][\w.-]*)(?:=([^]*))?$/.exec(text) ?? [];
    const after = words[place + 1]?.text;
    const own = after === undefined || (after.startsWith("-") && after !== "-") ? "" : after;
    if (option === undefined) add("args", text, at);
    else {
      add(option, value ?? own, at);
      // "-w4"; some programs write long options with one dash.
      if (/^-[A-Za-z]./.test(option)) add(option.slice(0, 2), option.slice(2), at);
    }
  });
  return settings;
}

/** Words of a command; a script that it hands to a shell is a command of its own. */
function unpacked(words: readonly Word[], budget: Budget): Word[][] {
  const script = words.find(
    ({ text }, place) => /\s/.test(text) && /^-\w*c$/.test(words[place - 1]?.text ?? ""),
  );
  return script ? [[...words], ...commandsOf(script.text, budget, new Map(), script.at)] : [[...words]];
}

/**
 * Blocks of the programs that are wanted.
 * @param wanted programs, as rules name them
 * @param name what the commands are for, as the file says it
 */
export function commandBlocks(
  commands: readonly (readonly Word[])[],
  wanted: readonly string[],
  budget: Budget,
  name = "",
): Block[] {
  return commands
    .flatMap((words) => unpacked(words.slice(0, MOST_WORDS), budget))
    .flatMap((words) => {
      if (!budget.spend(words.length + wanted.length)) return [];
      const bases = words.map(({ text }) => baseOf(text));
      return wanted.flatMap((kind): Block[] => {
        const found = behind({ words, bases }, kind.split(" "));
        if (!found) return [];
        const at = words[found.first]?.at ?? 0;
        const settings = optionsOf(words.slice(found.first + 1));
        settings.set("program", [{ text: kind, at }]);
        // A bare program has its settings elsewhere.
        return [{ kind, name, at, settings, partial: words.length === found.next }];
      });
    });
}

/** `command: ["uvicorn", "main:app"]`, quoted from a file: the list as words. */
const LISTED = /^[ \t]*[\w-]{0,30}[ \t]*[:=]?[ \t]*\[[ \t]*["'][^\n]*\][ \t]*$/gm;

/** What in a text of command lines runs. */
export const shellBlocks = (text: string, budget: Budget, wanted: readonly string[]): Block[] =>
  commandBlocks(
    commandsOf(
      text.replace(/^[ \t]*(?:\$|>|%) (?=\S)/gm, "").replace(LISTED, (line) => line.replace(/[[\],]/g, " ")),
      budget,
    ),
    wanted,
    budget,
  );
