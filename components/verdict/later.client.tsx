"use client";
import { useState, type ReactNode } from "react";
import { useOnPaper } from "./on-paper.client";

interface Props {
  title: ReactNode;
  /** Whether it is open from the start. */
  open?: boolean;
  className?: string;
  /** Whether it is made for paper too. */
  onPaper?: boolean;
  children: ReactNode;
}

/** A part that is made, and fetched, when it is opened. */
export function Later({ title, open = false, className = "tabs", onPaper = false, children }: Props) {
  const [seen, setSeen] = useState(open);
  const paper = useOnPaper();
  return (
    <details
      className={className}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setSeen(true);
      }}
    >
      <summary>{title}</summary>
      <div className="stack-tight">{(seen || (onPaper && paper)) && children}</div>
    </details>
  );
}
