/**
 * The shape of a dictionary: `const ru: Widen<typeof kk>` does not compile while a key is missing
 * or a sentence that takes a number is a plain string.
 */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> }
