"use client";
import { useEffect } from "react";
import { enhance } from "./enhance";

/**
 * Starts the plain modules where React runs: on the desk, and in development on every page, so that both
 * kinds are shown the same way.
 */
export function Enhance() {
  useEffect(() => enhance(document), []);
  return null;
}
