/** Keeps the address and the case the same: each change is a step that "back" undoes, and a link opens another incident. */
import type { Knowledge } from "../model/knowledge";
import { decode, kindOfFragment } from "./codec";
import type { Step } from "./moves";
import { letOut } from "./policy";
import type { CaseStore } from "./store";
import { linkOf, viewIn } from "./view";

/** The address of a page, and the history of its tab. */
export interface AddressBar {
  /** The fragment as it stands, with its `#`. */
  fragment: () => string;
  /** What was put into this step of the history, which may be anybody's. */
  state: () => unknown;
  /** Add a step. @param fragment without `#` */
  push: (fragment: string, step: Step) => void;
  /** Put this step in another's place. */
  replace: (fragment: string, step: Step) => void;
}

/** The step that stands in a state of the history, or null where it is none of ours. */
export function stepIn(state: unknown): Step | null {
  if (typeof state !== "object" || state === null || !("incident" in state)) return null;
  const { incident } = state;
  const changed = "changed" in state && typeof state.changed === "string" ? state.changed : "";
  return typeof incident === "string" ? { incident, changed } : null;
}

export interface Follower {
  /** The page has come with an address. */
  begin: () => void;
  /** The address has changed: a step of the history, or a link. */
  onAddress: () => void;
  /** The case has changed. @param own whether it was changed in this tab, and not in another one */
  onCase: (own: boolean) => void;
  /** Make the address say what the case is, and nothing that it does not know. */
  settle: () => void;
}

/** Let address and case follow each other. */
export function followAddress(store: CaseStore, knowledge: Knowledge, bar: AddressBar): Follower {
  const linked = (at = "") => linkOf(letOut("link", store.getState()), knowledge, at);
  // A link may name its answers in another order: what counts is the case, not the text.
  const addressed = () => {
    const { answers } = decode(bar.fragment(), knowledge);
    const { chosen } = viewIn(bar.fragment(), knowledge);
    return linkOf({ answers, chosen }, knowledge);
  };
  /** The part that the address leads to stays in it, until something else changes. */
  const placed = () => linked(linked() === addressed() ? viewIn(bar.fragment(), knowledge).at : "");
  const step = (): Step => ({ incident: store.getState().id, changed: store.getState().changed });
  const isSettled = () => {
    const there = stepIn(bar.state());
    const { incident, changed } = step();
    return (
      bar.fragment().replace(/^#/, "") === placed() &&
      there?.incident === incident &&
      there.changed === changed
    );
  };
  const settle = () => {
    if (!isSettled()) bar.replace(placed(), step());
  };
  return {
    begin: () => {
      store.getState().begin(bar.fragment(), stepIn(bar.state()));
      // What stands before the fragment is none of ours either.
      bar.replace(placed(), step());
    },
    onAddress: () => {
      store.getState().follow(bar.fragment(), stepIn(bar.state()));
      settle();
    },
    onCase: (own) => {
      if (own && addressed() !== linked()) bar.push(linked(), step());
      else settle();
    },
    settle,
  };
}

/** Whether a fragment is a place on the page, which the browser goes to by itself. */
export const isPlace = (fragment: string, knowledge: Knowledge): boolean =>
  kindOfFragment(fragment, knowledge) === "place";
