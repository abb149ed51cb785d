/** What build, worker and pages agree on about the copy for offline use. */

/** What the build puts before the worker's code. */
export interface Version {
  /** Name of its cache: by the hash of every file and of the worker itself. */
  name: string;
  /** Addresses of all files, each with the SHA-256 of its content, in base64. */
  files: Readonly<Record<string, string>>;
  bytes: number;
  /** Folders whose file names change with their content. */
  hashed: readonly string[];
}

/** What the worker says of itself when a page asks. */
export interface Report {
  uses: string;
  newest: string;
  files: number;
  bytes: number;
}

/** Why a version could not be kept: the browser gives no room, or a file was missing or wrong. */
export type Trouble = "no-room" | "not-whole";
