"use client";
import type { Excerpt } from "@/lib/share/excerpt";
import { CopyAs } from "./menu";
import type { Way } from "./ways";

const load = () => import("./copy");

interface Props {
  what: string;
  /** Address of what is copied, asked for when it is copied. */
  href: () => string;
  /** Its data; asked for when the menu is opened, and again when a button is pressed. */
  excerpt: () => Promise<Excerpt>;
}

/** The menu where React runs: its excerpt is composed from the state of the case. */
export function DeskCopyAs({ what, href, excerpt }: Props) {
  const onOpen = () => {
    // The text is ready before a button is pressed: browsers hand the clipboard over only while a press is
    // fresh.
    void load();
    excerpt().catch(() => null);
  };
  const onCopy = (way: Way, button: HTMLButtonElement) => {
    void load().then(({ copyAs }) => copyAs(button, way, href(), excerpt));
  };
  return <CopyAs what={what} onOpen={onOpen} onCopy={onCopy} />;
}
