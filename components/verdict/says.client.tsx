"use client";
import { createContext, use, type ReactNode } from "react";

/** Sentences of the knowledge that hold Markdown, rendered at build time; others are plain text. */
export const RichWords = createContext<Readonly<Record<string, ReactNode>>>({});

export function Says({ text }: { text: string }) {
  return <>{use(RichWords)[text] ?? text}</>;
}
