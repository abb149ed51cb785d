/** Runs at a time; they are mostly silence. */
const AT_ONCE = 3;

/** Do all tasks, some at a time; the results stand in the order of the tasks. */
export async function pooled<T>(tasks: readonly (() => Promise<T>)[], atOnce = AT_ONCE): Promise<T[]> {
  const results: T[] = [];
  const waiting = [...tasks.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, task] = next;
      results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
