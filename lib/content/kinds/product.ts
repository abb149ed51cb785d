/** What can stand on a path: a file for each question that is answered with products, and those of a team. */
import * as v from "valibot";
import { FRAMEWORK } from "../../model/content";
import { NONE, OTHER } from "../../model/ids";
import type { Product } from "../../model/knowledge";
import { dimensionsOf } from "../../model/questions";
import type { Content } from "../content";
import { conditions, labelsOf, named, refinesNamed } from "../named";
import { team } from "../published-parts";
import type { Reader } from "../reader";
import { layer, refines, slug, when, words } from "../schema";
import { dataFiles } from "../team";
import type { Kind } from "./kind";

const FOLDER = "products";

export const productSchema = v.strictObject({
  id: slug,
  name: words,
  also: v.optional(v.array(words)),
  layer,
  refines,
  traits: v.optional(v.array(slug), []),
  with: v.optional(when),
  without: v.optional(when),
});

/** A team's own says under which question it is offered. */
const teamProductSchema = v.strictObject({ ...productSchema.entries, dimension: slug });

const stem = (file: string): string => file.replace(/\.[^.]*$/, "");
/** Whether a product is one, and not an answer that names none. */
const isNamed = ({ id }: Product): boolean => id !== NONE && id !== OTHER;
const productsOf = ({ products }: Content): Product[] => Object.values(products).flat();

function readTeam(reader: Reader, content: Content): void {
  for (const file of dataFiles(reader, FOLDER)) {
    for (const entry of reader.entries(teamProductSchema, file)) {
      const { dimension, ...own } = entry;
      const ours = content.products[dimension];
      if (ours === undefined) {
        reader.problems.push(
          `${reader.where(entry)}: field "dimension": no question "${dimension}" is answered with products.`,
        );
        continue;
      }
      // A team's own come first among the choices, as they are what it runs; "nothing" stays before them.
      const after = ours.filter(({ id, team: theirs }) => id === NONE || theirs).length;
      ours.splice(after, 0, reader.placed({ ...own, team: true as const }, reader.where(entry)));
    }
  }
}

function read(reader: Reader, content: Content): void {
  const dimensions = dimensionsOf(content.questions).map(({ id }) => id);
  for (const dimension of dimensions)
    content.products[dimension] = reader.entries(productSchema, `${FOLDER}/${dimension}.yaml`);
  const unasked = reader.names(FOLDER).filter((file) => !dimensions.includes(stem(file)));
  for (const file of unasked)
    reader.problems.push(
      `content/${FOLDER}/${file}: there is no question "${stem(file)}" that is answered with products.`,
    );
  readTeam(reader, content);
}

export const product: Kind = {
  files: [`${FOLDER}/*.yaml`, `team/${FOLDER}/*.yaml`, `team/${FOLDER}/*.yml`, `team/${FOLDER}/*.json`],
  read,
  ids: (content, reader) => {
    const idOf = (of: string, one: Product) => ({ of, id: one.id, where: reader.where(one) });
    const products = productsOf(content).filter(isNamed);
    const ids = products.map((one) => idOf("product", one));
    const frameworks = (content.products[FRAMEWORK] ?? []).filter(isNamed);
    return [...ids, ...labelsOf(ids, products), ...frameworks.map((one) => idOf("framework", one))];
  },
  names: (content, reader) =>
    productsOf(content).flatMap((one) => {
      const where = reader.where(one);
      return [
        ...named(where, "traits", "trait", one.traits),
        ...conditions(where, "with", one.with ?? {}),
        ...conditions(where, "without", one.without ?? {}),
        // What the label list files under “another” is a kind of that.
        ...refinesNamed(where, "product", one.refines === OTHER ? undefined : one.refines),
      ];
    }),
  mistakes: ({ products }, reader) =>
    Object.values(products).flatMap((own) =>
      own
        .filter((one, at) => !isNamed(one) && own.findIndex(({ id }) => id === one.id) !== at)
        .map((one) => `${reader.where(one)}: stands there twice.`),
    ),
  published: {
    name: "products",
    what: "Products by the question that asks for them. The ids are the values of a link.",
    schema: v.record(slug, v.array(v.strictObject({ ...productSchema.entries, team }))),
    of: ({ products }) => products,
  },
};
