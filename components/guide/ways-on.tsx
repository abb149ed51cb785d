import { Fragment } from "react";
import { content } from "@/components/content";
import type { Guide } from "@/lib/model/content";
import type { Product } from "@/lib/model/knowledge";

/** The places of a path that have configs, from the app outwards. */
const PLACES = [
  { question: "server", name: "Server" },
  { question: "hosting", name: "Hosting" },
  { question: "proxy", name: "In front of it" },
] as const;

/** Can a framework stand beside a product? */
const fits = ({ with: only, without }: Product, framework: string): boolean =>
  (only?.["framework"]?.includes(framework) ?? true) &&
  !(without?.["framework"]?.includes(framework) ?? false);

/** The configs of the places where a framework runs, but for those that its guide links to in its text. */
export function Configs({ guide: { framework, body } }: { guide: Guide }) {
  const { configs, products } = content();
  return (
    <ul>
      {PLACES.map(({ question, name }) => {
        const here = (products[question] ?? [])
          .filter((product) => fits(product, framework))
          .flatMap(({ id }) => configs.filter(({ product }) => product === id))
          .filter(({ id }) => !body.text.includes(`](/configs/${id}/`));
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

/** The guides of the other frameworks. */
export function Others({ framework }: { framework: string }) {
  return (
    <ul>
      {content()
        .guides.filter((guide) => guide.framework !== framework)
        .map((guide) => (
          <li key={guide.framework}>
            <a href={`/guides/${guide.framework}/`}>{guide.title}</a>
          </li>
        ))}
    </ul>
  );
}
