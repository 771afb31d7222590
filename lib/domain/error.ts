/** Expected failures, by code. The words a person reads are chosen at the edge, in their language. */
export const ERROR_CODES = [
  'absent',
  'conflict',
  'forbidden',
  'invalid',
  'closed',
  'tooMany',
  'unconfirmed',
  'unsigned',
  'incomplete',
  'duplicate',
  'full',
  'unavailable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export class DomainError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode) {
    super(code)
    this.name = 'DomainError'
    this.code = code
  }
}
