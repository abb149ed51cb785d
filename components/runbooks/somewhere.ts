import { BASE } from "@/components/base/at";

/** Where the site stands is known in the browser only: the script puts the reader's own address in. */
export const SOMEWHERE = `https://lastbyte.example.com${BASE}`;
