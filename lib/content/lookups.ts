/** Names that an entry of the search carries from elsewhere. */
import type { Content } from "./content";

/** The name of a layer. */
export const layerName = ({ layers }: Content, id: string): string =>
  layers.find((layer) => layer.id === id)?.name ?? id;

/** The name of the layer of the first of these causes. */
export function layerOf(content: Content, causes: readonly string[]): string {
  const cause = content.causes.find(({ id }) => causes.includes(id));
  return cause ? layerName(content, cause.layer) : "";
}

/** What people also call a product, in one text. */
export const otherNames = ({ products }: Content, product: string | null): string =>
  Object.values(products)
    .flat()
    .find(({ id }) => id === product)
    ?.also?.join(" ") ?? "";

/** What was run for a pair, a config or a fact, without its recording. */
export function proofOf({ proofs }: Content, kind: string, of: string) {
  const found = proofs.find((proof) => proof.kind === kind && proof.id === of);
  return found ? { state: found.state, made: found.made, versions: found.versions } : null;
}
