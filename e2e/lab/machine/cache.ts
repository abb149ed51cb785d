/** Where the lab keeps what it has installed and what went wrong. */
import { resolve } from "node:path";

export const CACHE = resolve(".cache/lab");
