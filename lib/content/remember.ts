/**
 * A function of a file's text that remembers its last outcome for each file: in development the content is
 * read at every request, and parsing takes most of the time.
 * @param make must depend on the text alone, and nobody may change what it gave
 */
export function remember<T>(make: (text: string) => T): (file: string, text: string) => T {
  const last = new Map<string, { text: string; made: T }>();
  return (file, text) => {
    const known = last.get(file);
    if (known?.text === text) return known.made;
    const made = make(text);
    last.set(file, { text, made });
    return made;
  };
}
