/** How much work reading may be: steps, not time, so that the page and the command line say the same on any machine. */

export interface Budget {
  /** Take so many steps; false once there are none left, and the reader stops where it is. */
  spend: (steps: number) => boolean;
  /** Whether something was left unread. */
  readonly over: () => boolean;
}

/** A step is about one pattern held against one line, or one node of a tree. */
export function budgetOf(steps: number): Budget {
  let left = steps;
  return {
    spend: (taken) => {
      left -= taken;
      return left > 0;
    },
    over: () => left <= 0,
  };
}
