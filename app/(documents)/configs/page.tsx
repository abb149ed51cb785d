import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { PageParts } from "@/components/page/page-parts";

export const metadata = metadataOf("configs");

/** Configs where a token meets their products, in the order of the path. */
function byLayer() {
  const { layers, products, configs } = content();
  const all = Object.values(products).flat();
  const layerOf = (product: string) => all.find(({ id }) => id === product)?.layer;
  return layers
    .map(({ id, name }) => ({
      id,
      name,
      configs: configs.filter(({ product }) => layerOf(product) === id),
    }))
    .filter((group) => group.configs.length > 0);
}

export default function Page() {
  return (
    <Listing
      title="Let the stream through"
      lead="One real config for each product; where a product can't be set, its limit and the way around."
    >
      <p>
        Then give <a href="#budget">each hop a budget</a>, and{" "}
        <a href="#before-you-go-live">test behind the real parts</a> before you go live.
      </p>
      {byLayer().map(({ id, name, configs }) => (
        <section key={id}>
          <h2 id={id}>{name}</h2>
          <ul className="grid-list names">
            {configs.map((config) => (
              <li key={config.id}>
                <a href={`/configs/${config.id}/`}>{config.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <PageParts of="configs" />
    </Listing>
  );
}
