/**
 * Beginning of the names of a site's caches. Other copies of the site may stand below other paths of the same host, where
 * all share one storage: each keeps to its own. No base has a colon, so no name begins with that of another.
 */
export const cachePrefix = (base: string): string => (base === "" ? "lastbyte-" : `lastbyte${base}:`);
