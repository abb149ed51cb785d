"use client";
import { useEffect, useState } from "react";
import { isWay, type PartId, type WayId } from "./part-list";

/** How far down the window a part may begin and be the one that is read. */
const READ_FROM = 0.25;

/** The part of the page that is in view, by its `data-part`. */
function usePartInView(): string {
  const [part, setPart] = useState("");
  useEffect(() => {
    let waiting = 0;
    const look = () => {
      waiting = 0;
      const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
      const begun = parts.filter((box) => box.getBoundingClientRect().top < innerHeight * READ_FROM);
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      // Above the first part it is that one.
      setPart(((isAtEnd ? parts : begun).at(-1) ?? parts[0])?.dataset["part"] ?? "");
    };
    const onScroll = () => {
      waiting ||= requestAnimationFrame(look);
    };
    onScroll();
    addEventListener("scroll", onScroll, { passive: true });
    return () => {
      removeEventListener("scroll", onScroll);
      cancelAnimationFrame(waiting);
    };
  }, []);
  return part;
}

interface Props {
  parts: readonly { id: PartId; title: string }[];
  /** The way to fix it that is open. */
  way: WayId;
  /** The part that the reader went to, until the page is moved by hand: near its end no part reaches the top. */
  went: PartId | null;
  hrefOf: (part: PartId) => string;
  onGo: (part: PartId) => void;
}

/** The parts of the verdict: a list that stays in view and shows where one is. */
export function PartList({ parts, way, went, hrefOf, onGo }: Props) {
  const inView = usePartInView();
  const part = went === null ? inView : isWay(went) ? "fix" : went;
  const isHere = (id: PartId) => (isWay(id) ? part === "fix" && id === way : part === id);
  return (
    <nav className="jump no-print" aria-label="Parts of this verdict">
      {parts.map(({ id, title }) => (
        <a
          key={id}
          href={hrefOf(id)}
          aria-current={isHere(id) ? "location" : undefined}
          onClick={({ metaKey, ctrlKey, shiftKey }) => {
            // The address may be there already, and then nothing would happen.
            if (!metaKey && !ctrlKey && !shiftKey) onGo(id);
          }}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
