import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";

/**
 * Markdown that is data: links, code and emphasis, never HTML. `inline` leaves out the paragraph around one
 * sentence.
 */
export function Words({ children, inline = false }: { children: string; inline?: boolean }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      {...(inline ? { components: { p: ({ children: inner }) => <>{inner}</> } } : {})}
    >
      {children}
    </Markdown>
  );
}
