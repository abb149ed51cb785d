/** A node of Markdown, as far as it matters here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** A number and its unit, with the space between them. */
const WITH_UNIT = /(\d) (?=(?:ms|s|min|h|kB|KB|MB|GB|%)(?![\w-]))/g;

/** A number and its unit with a space at which no line ends. */
export const together = (text: string): string => text.replace(WITH_UNIT, "$1\u00a0");

function keep(node: Node): void {
  // The id of a heading follows from its text, and is published.
  if (node.type === "heading") return;
  if (node.type === "text" && node.value !== undefined) node.value = together(node.value);
  node.children?.forEach(keep);
}

/** Keeps numbers and units of Markdown on one line; code stays as it is, as it is copied. */
export const remarkTogether = () => keep;
