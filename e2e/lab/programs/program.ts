/** What the lab knows of a program that is no Python package. Each program is one file of this folder. */

export interface Program {
  name: string;
  /** Where it comes from: the machine, or a Python environment of the lab that brings it. */
  from: OnMachine | InEnvironment;
  /** How it tells its version. */
  version: Asked | Locked;
  /** How it is run in front of an app; not every program can be. */
  proxy?: Proxy;
}

/** It says so when it is asked. */
export interface Asked {
  args: readonly string[];
  pattern: RegExp;
}

/** It does not say; the lock of its environment does, for this package. */
export interface Locked {
  package: string;
}

export interface OnMachine {
  paths: readonly string[];
  /** The package that brings it on Debian. */
  debian: string;
}

export interface InEnvironment {
  environment: string;
  /** Where it lies, seen from the environment's programs, if that is not its name. */
  file?: string;
}

export interface Proxy {
  /** What its config file is called. */
  file: string;
  /** Arguments that start it in the foreground. */
  start: (place: Place) => readonly string[];
  /** Arguments that let it read the config only; it ends with 0 when it accepts it. */
  syntax: (place: Place) => readonly string[];
  /** Environment variables that it needs in the lab. */
  vars?: (place: Place) => Readonly<Record<string, string>>;
}

/** Where it runs: its config, a folder of its own, and the port that it has to listen on. */
export interface Place {
  file: string;
  dir: string;
  port: number;
}
