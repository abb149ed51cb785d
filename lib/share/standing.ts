/** How a verdict stands, in a word: the same on the page and in what is carried away. */
import { isSure } from "../diagnosis/sure";
import type { Verdict } from "../model/verdict";

/** Open as long as nothing is sure, or what is thought to happen to the stream. */
export function standingOf(verdict: Pick<Verdict, "status" | "causes" | "break">) {
  if (!isSure(verdict)) return "Open";
  return verdict.break === "held" ? "Held" : "Cut";
}
