/** Where this site stands, which the build says (BASE_PATH): at the root of a domain, or below a path. */
import { under } from "@/lib/model/address";

/** Empty at the root of a domain. */
export const BASE = process.env["NEXT_PUBLIC_BASE_PATH"] ?? "";

/** An address from the root of the site, as the browser has to ask for it. In JSX an `href` goes there by itself. */
export const at = (address: string): string => under(BASE, address);

/** Origin and base, without a slash at the end: what begins a link that leaves the page. */
export const siteHere = (): string => location.origin + BASE;
