/** What a journey needs of a browser, whichever it is and whatever it is driven by. */

/** The page was left while something ran in it. */
export class LeftPage extends Error {}

/** One tab with nothing kept from before: no storage, no worker, no copy of the site. */
export interface Tab {
  /** Open an address, and resolve once the document has loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /**
   * Run a function in the page, and again in the next one when that takes its place meanwhile. The function sees its
   * arguments, which have to be JSON, and nothing else from here.
   * @throws LeftPage when that one was left as well
   */
  run<Args extends unknown[], Result>(
    inPage: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Press keys together, by their DOM names, and let go of them: `press("Control", "k")`. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Press and let go at a point of the window, in CSS pixels. */
  tap(x: number, y: number): Promise<void>;
  /** Make the sheets as for a printer. @returns how many bytes they are */
  print(): Promise<number>;
  /** Exceptions that nobody caught and what the policy refused, so far; null where the protocol does not tell. */
  complaints(): readonly string[] | null;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface Running {
  open(): Promise<Tab>;
  end(): Promise<void>;
}
