/** The parts of a verdict, in their order: ids for links, and their titles. */

export const PARTS = [
  { id: "verdict", title: "Verdict" },
  { id: "stop", title: "Stop the bleeding" },
  { id: "code", title: "Fix in code" },
  { id: "settings", title: "Fix in settings" },
  { id: "owner", title: "Can’t change it" },
  { id: "verify", title: "Check that it worked" },
  { id: "checks", title: "Check next" },
  { id: "hand-over", title: "Hand over" },
] as const;

export type PartId = (typeof PARTS)[number]["id"];

/** Ways to fix it: one of them is open. */
export const WAYS = [
  { id: "code", label: "In code" },
  { id: "settings", label: "In settings" },
  { id: "owner", label: "I can’t change this layer" },
] as const satisfies readonly { id: PartId; label: string }[];

export type WayId = (typeof WAYS)[number]["id"];

export const isWay = (id: string): id is WayId => WAYS.some((way) => way.id === id);
export const isPart = (id: string): id is PartId => PARTS.some((part) => part.id === id);
