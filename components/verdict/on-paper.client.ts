"use client";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Is the page being printed? What is made only when it is opened is made for paper too, before the browser
 * draws the sheets.
 */
export function useOnPaper(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      flushSync(() => setPrinting(true));
    };
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
