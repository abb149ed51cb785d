/** Names that are part of the model itself. Apart from the schemas, as the desk needs them and none of the schemas. */

/** The layers, in the order in which a token meets them. */
export const LAYERS = [
  "provider",
  "model-client",
  "framework",
  "app",
  "server",
  "platform",
  "proxy",
  "edge",
  "caller",
] as const;
/** Questions that are answered with products. */
export const DIMENSIONS = ["framework", "hosting", "server", "proxy"] as const;
