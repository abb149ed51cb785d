/** Markdown as plain words: no marks, no addresses, no components; code and tables as their words. */
export function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n([\s\S]*?)^```$/gm, "$1")
    .replace(/<[A-Z][^>]*\/>/g, " ")
    .replace(/^\s*\|[\s|:-]+$/gm, "")
    .replace(/^\s*\|.*$/gm, (row) => row.replaceAll("|", " "))
    .replace(/^\s*(?:[-*]|\d+\.) /gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/^#+ /gm, "")
    .replace(/\s+/g, " ")
    .trim();
}
