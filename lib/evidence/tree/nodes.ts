/** Configurations that are trees, whatever they are written in: what readers of YAML, JSON and TOML give. */
export interface Node {
  /** Line from 0: of the key, or of the list's entry. */
  at: number;
  /** Text of a value; null where it has children. */
  text: string | null;
  /** Line at which a text that runs over several begins. */
  textAt?: number | undefined;
  children: readonly (readonly [name: string, node: Node])[];
}

/** The child of a name, or undefined. */
export const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find(([own]) => own === name)?.[1];

/** Trees are read no deeper: no configuration needs more. */
export const MOST_DEEP = 60;

/** What templates of deployment tools put into files, as a word; lines of nothing else are blank. */
export const withoutTemplates = (text: string): string =>
  text
    .replace(/^[ \t]*\{\{[^\n]{0,400}\}\}[ \t]*$/gm, "")
    .replace(/\{\{[^{}\n]{0,400}\}\}/g, "templated")
    .replace(/^[ \t]*\{%[^\n]{0,400}%\}[ \t]*$/gm, "");
