/** An order in which things of one kind stand far from each other. */

/**
 * The same things, those with the same key spread evenly over the whole. Programs of one framework take the same
 * seconds of the processor to start: side by side they would all wait for it, and clocks would run over.
 */
export function spread<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()]
    .flatMap((group) => group.map((thing, at) => ({ thing, place: (at + 0.5) / group.length })))
    .sort((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}
