/** The PDF of a statement: the current one, or by the ordinal of its revision. */
export function statementPath(number: number, revision?: number): string {
  return `/api/papers/statement/${number}${revision === undefined ? '' : `?revision=${revision}`}`
}

/** The signature apart from it. */
export function statementSignaturePath(number: number, revision?: number): string {
  return `/api/papers/statement/${number}/signature${revision === undefined ? '' : `?revision=${revision}`}`
}
