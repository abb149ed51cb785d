/** The checkers of e2e/lab/check, with what each needs. */
import { LabError } from "../../base/error";
import { programCalled } from "../../programs/index";
import type { Program } from "../../programs/program";

/** Their folder. */
export const CHECKERS = "e2e/lab/check";

export interface Checker {
  /** The Python environment in which it runs. */
  environment: string;
  programs: readonly Program[];
}

const PLAIN: Checker = { environment: "tools", programs: [] };
const KNOWN: Readonly<Record<string, Checker>> = {
  "azure-functions": PLAIN,
  boto: PLAIN,
  cfn: PLAIN,
  compose: PLAIN,
  gateway: PLAIN,
  kubernetes: PLAIN,
  patch: PLAIN,
  pydantic: PLAIN,
  shell: PLAIN,
  systemd: { environment: "tools", programs: [programCalled("systemd")] },
  // Schemas of providers are large, and stand in an environment of their own.
  terraform: { environment: "terraform", programs: [] },
  uvicorn: PLAIN,
};

/** @throws LabError with one sentence when there is no such checker */
export function checkerCalled(name: string): Checker {
  const checker = KNOWN[name];
  if (!checker)
    throw new LabError(`The lab knows no checker "${name}". It knows ${Object.keys(KNOWN).join(", ")}.`);
  return checker;
}
