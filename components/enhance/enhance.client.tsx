"use client";
import { useEffect } from "react";
import { enhance } from "./enhance";

/** Starts the plain modules where React runs: on the desk, and for documents in development. */
export function Enhance() {
  useEffect(() => enhance(document), []);
  return null;
}
