export { LAYERS } from "./ids";
export const DIMENSIONS = ["framework", "hosting", "server", "proxy"] as const;
