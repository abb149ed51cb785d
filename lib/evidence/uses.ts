/** What a reader of source code gives: what is used, where, and under which circumstances. */

export interface Use {
  /** What it is: call, import, return, loop, yield, decorator, function, except, … as the reader names it. */
  find: string;
  /** Full dotted name, with imports resolved: `time.sleep`, `langchain_openai.ChatOpenAI`, `self.llm.invoke`. */
  name: string;
  /** Line in its segment, from 0. */
  at: number;
  /** Circumstances as the reader names them: async, route, generator, loop, awaited, iterated, returned, … */
  where: { has: (circumstance: string) => boolean };
  /** Arguments by name, places as `0`, `1`, …; each as its text in the source. */
  args: ReadonlyMap<string, string>;
  /** Lines of those arguments that stand in the use itself, from 0. */
  lines: ReadonlyMap<string, number>;
}
