import { content } from "@/components/content";
import { Mdx } from "@/components/mdx/mdx";
import { Heading } from "@/components/ui/heading";

/** The parts of a page of `content/pages.yaml`, each at an anchor of its own. */
export function PageParts({ of }: { of: string }) {
  const page = content().pages.find(({ id }) => id === of);
  return page?.parts?.map(({ id, title, text }) => (
    <section key={id} className="prose">
      <Heading id={id} title={title} />
      <Mdx source={text} />
    </section>
  ));
}
