/** Which hosts name somebody, and which only a product, as `content/domains.json` says it. */
export interface Domains {
  /** These name a product by themselves, with everything below them. */
  products: string[];
  /** Below these many stand: this end of a host stays, as it names the product. `*` is a region, which does not. */
  platforms: string[];
  /** Last parts that make a dotted name a host. What else has dots is a file, a module or a setting. */
  endings: string[];
  /** Last parts of hosts that files, modules and calls have too: `start.sh`, `app.run`. */
  maybe: string[];
}
