/** Patterns of the rules made ready, each once: they are held against every part of every text. */

/** By their flags, then by their source. */
const ready = new Map<string, Map<string, RegExp>>();

/** The regular expression of a pattern; without the flag `g`, so that it can be shared. */
export function patternOf(source: string, flags = ""): RegExp {
  const known = ready.get(flags)?.get(source);
  if (known) return known;
  const pattern = new RegExp(source, flags);
  ready.set(flags, (ready.get(flags) ?? new Map<string, RegExp>()).set(source, pattern));
  return pattern;
}
