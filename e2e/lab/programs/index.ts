/** The programs that the lab knows. A new one is a file beside this one, and a line here. */
import { LabError } from "../base/error";
import { apache } from "./apache";
import { bun } from "./bun";
import { caddy } from "./caddy";
import { daphne } from "./daphne";
import { deno } from "./deno";
import { envoy } from "./envoy";
import { go } from "./go";
import { haproxy } from "./haproxy";
import { next } from "./next";
import { nginx } from "./nginx";
import { node } from "./node";
import type { Program } from "./program";
import { systemd } from "./systemd";
import { uwsgi } from "./uwsgi";
import { varnish } from "./varnish";
import { waitress } from "./waitress";
import { workerd } from "./workerd";

export const PROGRAMS: readonly Program[] = [
  apache,
  bun,
  caddy,
  daphne,
  deno,
  envoy,
  go,
  haproxy,
  next,
  nginx,
  node,
  systemd,
  uwsgi,
  varnish,
  waitress,
  workerd,
];

/** @throws LabError with one sentence when there is no such program */
export function programCalled(name: string): Program {
  const found = PROGRAMS.find((program) => program.name === name);
  if (!found)
    throw new LabError(
      `The lab knows no program "${name}". It knows ${PROGRAMS.map((program) => program.name).join(", ")}.`,
    );
  return found;
}

/** The file of the lab that says how a program is started. */
export const fileOfProgram = (name: string): string => `e2e/lab/programs/${name}.ts`;
