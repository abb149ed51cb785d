import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { MarkdownCode } from "./code-words";
import { remarkTogether } from "./together";

/** Its own elements do not come through our JSX, which puts an address where the site stands: links are made here. */
const LINKS: Components = {
  a: ({ href, title, children }) => (
    <a href={href} title={title}>
      {children}
    </a>
  ),
  code: MarkdownCode,
};
const PLUGINS = [remarkGfm, remarkTogether];
const INLINE: Components = { ...LINKS, p: ({ children }) => <>{children}</> };

/**
 * Markdown that is data: links, code and emphasis, never HTML. `inline` leaves out the paragraph around one
 * sentence.
 */
export function Words({ children, inline = false }: { children: string; inline?: boolean }) {
  return (
    <Markdown remarkPlugins={PLUGINS} components={inline ? INLINE : LINKS}>
      {children}
    </Markdown>
  );
}
