"use client";
import { useEffect } from "react";

/**
 * Starts the plain modules where React runs: on the desk, and in development on every page, so that both
 * kinds are shown the same way.
 */
export function Enhance() {
  useEffect(() => {
    // Nothing on the first screen waits for it.
    import("./enhance").then(
      ({ enhance }) => enhance(document),
      () => undefined,
    );
  }, []);
  return null;
}
