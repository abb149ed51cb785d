import { Fragment } from "react";
import { content } from "@/components/content";
import type { Guide } from "@/lib/model/content";
import type { Product } from "@/lib/model/knowledge";

/** The places of a path that have configs, from the app outwards; servers have guides of their own. */
const PLACES = [
  { question: "hosting", name: "Hosting" },
  { question: "proxy", name: "In front of it" },
] as const;

/** Can a framework stand beside a product? */
const fits = ({ with: only, without }: Product, framework: string): boolean =>
  (only?.["framework"]?.includes(framework) ?? true) &&
  !(without?.["framework"]?.includes(framework) ?? false);

/** The configs of the places where a framework runs, but for those that its guide links to in its text. */
export function Configs({ framework, text }: { framework: string; text: string }) {
  const { configs, products } = content();
  return (
    <ul>
      <li>
        <a href="/guides/#between">Web frameworks, servers and clients</a>
      </li>
      {PLACES.map(({ question, name }) => {
        const here = (products[question] ?? [])
          .filter((product) => fits(product, framework))
          .flatMap(({ id }) => configs.filter(({ product }) => product === id))
          .filter(({ id }) => !text.includes(`](/configs/${id}/`));
        if (here.length === 0) return null;
        return (
          <li key={question}>
            {name}:{" "}
            {here.map((config, at) => (
              <Fragment key={config.id}>
                {at > 0 && ", "}
                <a href={`/configs/${config.id}/`}>{config.name}</a>
              </Fragment>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Guides as the items of a list. */
export function GuideLinks({ guides }: { guides: readonly Guide[] }) {
  return guides.map(({ id, title }) => (
    <li key={id}>
      <a href={`/guides/${id}/`}>{title}</a>
    </li>
  ));
}

/** The guides of the other frameworks. */
export function Others({ framework }: { framework: string }) {
  const others = content().guides.filter(
    (guide) => guide.framework !== undefined && guide.framework !== framework,
  );
  return (
    <ul>
      <GuideLinks guides={others} />
    </ul>
  );
}

/** The guides that are listed beside one, and the way to all. */
export function NearGuides({ guide: { id, group } }: { guide: Guide }) {
  return (
    <ul>
      <GuideLinks guides={content().guides.filter((guide) => guide.group === group && guide.id !== id)} />
      <li>
        <a href="/guides/">All guides</a>
      </li>
    </ul>
  );
}

/** The guides about a product, but for those of frameworks. */
export const guidesAbout = (product: string): Guide[] =>
  content().guides.filter(({ about }) => about.includes(product));

/** The desk with what a guide is about as its first answer. */
export function verdictOf({ framework, about: [first] }: Guide): string {
  const product = framework ?? first;
  const asked = Object.entries(content().products).find(([, products]) =>
    products.some(({ id }) => id === product),
  );
  return asked && product !== undefined ? `/#${asked[0]}=${product}` : "/";
}
