/** Commands as a shell would take them, without one. */

export interface Command {
  vars: Readonly<Record<string, string>>;
  args: readonly string[];
}

const isVariable = (word: string): boolean => /^[A-Z][A-Z0-9_]*=/.test(word);

function parseOne(text: string): Command {
  const words = text.split(/\s+/);
  const program = words.findIndex((word) => !isVariable(word));
  const vars: Record<string, string> = {};
  for (const word of words.slice(0, program)) {
    const [name = "", ...value] = word.split("=");
    vars[name] = value.join("=");
  }
  return { vars, args: words.slice(program) };
}

/** `A=1 worker & B=2 server --port 80` as programs with their variables and arguments. */
export const parseCommand = (text: string): Command[] => text.split(/\s+&\s+/).map(parseOne);
