/** The nine layers, in the order in which a token meets them. */
import * as v from "valibot";
import { LAYERS } from "../../model/ids";
import { rulesNamed } from "../named";
import { layer as layerId, rule, words } from "../schema";
import type { Kind } from "./kind";

const FILE = "layers.yaml";

export const layerSchema = v.strictObject({
  id: layerId,
  name: words,
  what: words,
  evidence: v.optional(v.array(rule), []),
});

export const layer: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.layers = reader.entries(layerSchema, FILE);
  },
  ids: ({ layers }, reader) => layers.map((one) => ({ of: "layer", id: one.id, where: reader.where(one) })),
  names: ({ layers }, reader) => layers.flatMap((one) => rulesNamed(reader.where(one), one.evidence)),
  mistakes: ({ layers }) =>
    layers.map(({ id }) => id).join() === LAYERS.join()
      ? []
      : [`content/${FILE}: must hold the layers ${LAYERS.join(", ")}, in this order.`],
  published: {
    name: "layers",
    what:
      "The nine layers, in the order in which a token meets them, " +
      "with evidence that holds for each cause in them.",
    schema: v.array(layerSchema),
    of: ({ layers }) => layers,
  },
};
