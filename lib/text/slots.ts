/** Slots of a cause's sentences: `{product}`, `{after}` and `{silence}`. */
export interface Slots {
  product: string;
  /** Time from the start of the request to the cut. */
  after: string;
  /** Time from the last byte to the cut. */
  silence: string;
}

const SLOT = /\{([a-z]+)\}/g;
const NAMES: readonly string[] = ["product", "after", "silence"] satisfies (keyof Slots)[];

/** A sentence with its slots filled. */
export const fillSlots = (text: string, slots: Slots): string =>
  text
    .replaceAll("{product}", () => slots.product)
    .replaceAll("{after}", () => slots.after)
    .replaceAll("{silence}", () => slots.silence);

/** Slots of a sentence that nothing fills. */
export const unknownSlots = (text: string): string[] =>
  [...text.matchAll(SLOT)].flatMap(([, name = ""]) => (NAMES.includes(name) ? [] : [name]));
