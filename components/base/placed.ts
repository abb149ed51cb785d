import type { ElementType } from "react";
import { at } from "./at";

/** The properties of an element, its link under the base. Those of a component stay: it makes elements of them. */
export function placed(type: ElementType, props: unknown): unknown {
  const { href } = props as { href?: unknown };
  return typeof type === "string" && typeof href === "string"
    ? { ...(props as object), href: at(href) }
    : props;
}
