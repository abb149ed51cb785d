import { evaluate } from "@mdx-js/mdx";
import { isValidElement, type ComponentProps, type ReactElement, type ReactNode } from "react";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import { Fragment, jsx, jsxs } from "@/components/base/jsx-runtime";
import { Code } from "@/components/code/code";
import { PairDiff } from "@/components/code/pair";
import { MarkdownCode } from "@/components/ui/code-words";
import { remarkTogether } from "@/components/ui/together";

function Pre({ children }: { children?: ReactNode }) {
  if (!isValidElement(children)) return <pre>{children}</pre>;
  const { className = "", children: code } = (
    children as ReactElement<{ className?: string; children?: string }>
  ).props;
  return <Code code={code ?? ""} lang={className.replace("language-", "") || "text"} />;
}

function anchored(Tag: "h2" | "h3") {
  return function Heading({ id, children }: ComponentProps<"h2">) {
    return (
      <Tag id={id}>
        {children}
        {id ? (
          <a className="anchor" href={`#${id}`} aria-label="Link to this section">
            #
          </a>
        ) : null}
      </Tag>
    );
  };
}

function Table(props: ComponentProps<"table">) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Table">
      <table {...props} />
    </div>
  );
}

/** The closed set of components that content may use. */
const COMPONENTS = {
  pre: Pre,
  // Of a block it is taken up by `Pre`.
  code: MarkdownCode,
  h2: anchored("h2"),
  h3: anchored("h3"),
  table: Table,
  Pair: PairDiff,
};

/** The body of an MDX file, compiled at build time. */
export async function Mdx({ source }: { source: string }) {
  const { default: Body } = await evaluate(source, {
    Fragment,
    jsx,
    jsxs,
    remarkPlugins: [remarkGfm, remarkTogether],
    rehypePlugins: [rehypeSlug],
  });
  return <Body components={COMPONENTS} />;
}
