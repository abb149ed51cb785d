/** What one side of a claim needs to run, whatever the claim is about. */
import type { Ask, Script } from "../../../lib/content/proof-schema";
import { hasPlaceholder } from "../../../lib/text/placeholders";
import type { Sign } from "../../../lib/trace/sign-schema";
import { labProxy, type ProxyConfig } from "../machine/proxy";

export interface Setup {
  /** Folder whose files are run, as the site shows them. Each run gets a copy. */
  folder: string;
  /** Texts that stand in this run in place of files of the folder, by name. */
  instead?: Readonly<Record<string, string>>;
  /** The Python environment that it runs in. */
  environment: string;
  /** Programs `a & b` run side by side, and the last one is the one that counts. */
  command: string;
  /** Whether it listens on `{port}` and is asked; else it asks by itself and runs to its end. */
  listens: boolean;
  /** Placeholders of the command beside `{port}`. */
  values?: Readonly<Record<string, string>>;
  /** Environment variables; `{port}` and `{dir}` are filled in. */
  vars: Readonly<Record<string, string>>;
  /** Folders of further programs that the command starts. */
  path?: readonly string[];
  /** A port that is chosen already, as it stands in a file. */
  port?: number;
  /** The command's program is a caller of this app of e2e/lab/apps. */
  serve?: string | undefined;
  proxy?: ProxyConfig | undefined;
  /** A signal that the proxy gets, so many seconds after the first question. */
  signal?: { at: number; name: NodeJS.Signals } | undefined;
  model: readonly Script[];
  asks: readonly Ask[];
  /** Seconds to look on after the last caller is done. */
  watch?: number | undefined;
  /** Seconds after which the program is told to end, or is killed and started again. */
  stopAt?: number | undefined;
  restartAt?: number | undefined;
  restarts?: "server" | "all" | undefined;
  /** All signs that the claim speaks of. */
  signs: readonly Sign[];
}

/**
 * Whether a command's program is one that is asked: it is told the port to listen on, and no app that it
 * asks.
 */
export const listens = (command: string, serve: string | undefined): boolean =>
  serve === undefined && hasPlaceholder(command, "port");

/** A claim that says how a program exits may be about a server that refuses to start. */
export const mayEnd = ({ signs }: Setup): boolean => signs.some(({ sign }) => sign === "exits");

/** The proxy that a claim names, with its values. */
export const proxyThrough = (
  through: { proxy: string; values: Readonly<Record<string, string>> } | undefined,
): ProxyConfig | undefined => through && { ...labProxy(through.proxy), values: through.values };
