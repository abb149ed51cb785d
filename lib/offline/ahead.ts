/** What a browser may fetch before it is asked to: the page behind a link that is likely to be pressed. */

/** The mark of such a link. */
export const AHEAD = "data-ahead";

/**
 * The browser's own rule for it. Its text never changes, so that the policy of a page can name it by its hash: which
 * links are meant is said by their mark alone.
 */
export const AHEAD_RULE = JSON.stringify({
  prefetch: [{ source: "document", where: { selector_matches: `a[${AHEAD}]` }, eagerness: "immediate" }],
});
