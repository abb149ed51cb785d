/**
 * Addresses of a site that may stand below a path of its host. That path is its base, such as `/lastbyte`; at the root of
 * a domain it is empty. Data names addresses from the root of the site: the base is put on where one goes into a page.
 */

/** Begins at the root of the site, and names no other host. */
const OWN = /^\/(?!\/)/;

/** An address from the root of the site, as a browser asks for it; any other stays as it is. */
export const under = (base: string, address: string): string =>
  OWN.test(address) ? base + address : address;

/** The way back: the address from the root of the site, or null where it does not stand below the base. */
export const within = (base: string, address: string): string | null =>
  OWN.test(address) && address.startsWith(`${base}/`) ? address.slice(base.length) : null;
