/** A program that is a caller itself: what it prints is heard like an answer. */
import type { Call } from "../../../lib/trace/signs";
import { milliseconds, Notes } from "./notes";

export class Printed {
  private readonly notes: Notes;
  private readonly decoder = new TextDecoder();
  /**
   * @param caller the letter of the one who asks
   * @param clock seconds since the program began
   */
  constructor(
    private readonly caller: string,
    private readonly clock: () => number,
  ) {
    this.notes = new Notes(caller, clock);
  }

  take(part: Buffer): void {
    this.notes.take(this.decoder.decode(part, { stream: true }), part.length);
  }

  /** What was heard in all; `exit` is the program's exit code, null when it still runs. */
  over(exit: number | null): Call {
    return {
      caller: this.caller,
      text: this.notes.text,
      heard: {
        path: "stdout",
        asked: 0,
        status: null,
        headers: {},
        // As it is now: a program that still runs goes on to print.
        arrivals: structuredClone(this.notes.arrivals),
        end: milliseconds(this.clock()),
        ended: exit === null ? "patience" : exit === 0 ? "whole" : "cut",
        error: exit === null || exit === 0 ? null : `exit ${exit}`,
      },
    };
  }
}
