// `kk` orders all 42 letters rightly; `ru` misplaces І and swaps Ұ and Ү. Both languages of the platform
// sort by it. Numbers by value: «№ 5» before «№ 12».
const kazakh = new Intl.Collator('kk', { numeric: true })

/** Order of two texts in the Kazakh alphabet: negative, 0 or positive. */
export function compareKazakh(a: string, b: string): number {
  return kazakh.compare(a, b)
}

/** A new list in the order of the Kazakh alphabet; equal texts keep their order. */
export function sortKazakh<T>(list: readonly T[], by: (item: T) => string): T[] {
  return [...list].sort((a, b) => compareKazakh(by(a), by(b)))
}
