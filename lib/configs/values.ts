/**
 * The user's own values for configs: checked against a set of characters that mean nothing in any of the formats that
 * the site writes (nginx, YAML, JSON, TOML, HCL, shell), so that they can stand there as they are.
 */
import type { ValueName } from "../model/shown";

export interface ValueSpec {
  name: ValueName;
  label: string;
  example: string;
  kind: "path" | "upstream" | "seconds";
}

export const VALUES: readonly ValueSpec[] = [
  { name: "path", label: "Path of the stream", example: "/stream", kind: "path" },
  { name: "upstream", label: "Your app, host and port", example: "127.0.0.1:8000", kind: "upstream" },
  { name: "longest-silence", label: "Longest silence, seconds", example: "300", kind: "seconds" },
  { name: "longest-stream", label: "Longest stream, seconds", example: "900", kind: "seconds" },
  { name: "heartbeat", label: "Heartbeat, seconds", example: "15", kind: "seconds" },
  { name: "deadline", label: "Deadline of a tool, seconds", example: "20", kind: "seconds" },
];

const PATH = /^\/[A-Za-z0-9._~/-]{0,120}$/;
const UPSTREAM = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,200}[A-Za-z0-9])?:([1-9]\d{0,4})$/;
const SECONDS = /^[1-9]\d{0,4}$/;
const DAY = 86_400;

/** One sentence that says what is wrong with a value, or null when it can be used. */
export function problemOf(spec: ValueSpec, text: string): string | null {
  if (text === "") return null;
  if (spec.kind === "path")
    return PATH.test(text) && !text.includes("//")
      ? null
      : "Begin with / and use letters, digits and . _ ~ / - only.";
  if (spec.kind === "upstream")
    return UPSTREAM.test(text) && Number(text.split(":")[1]) <= 65_535
      ? null
      : "Write host:port, such as 10.0.0.5:8000.";
  return SECONDS.test(text) && Number(text) <= DAY ? null : "Write whole seconds from 1 to 86400.";
}

/** How a checked value is written with a given unit. */
export function written(value: string, unit: string | undefined): string {
  if (unit === "ms") return String(Number(value) * 1000);
  if (unit === "min") return String(Math.ceil(Number(value) / 60));
  if (unit === "host") return value.split(":")[0] ?? value;
  if (unit === "port") return value.split(":")[1] ?? value;
  return value;
}
