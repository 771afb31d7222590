import { DomainError } from '@/lib/domain/error'

/** The number of an application out of an address or a form. @throws DomainError absent for anything else. */
export function parseNumber(raw: string | undefined): number {
  if (!raw || !/^[1-9]\d{0,8}$/.test(raw)) throw new DomainError('absent')
  return Number(raw)
}

/** Where a page of the list begins: below this number. Null: at the newest. */
export function parseCursor(raw: string | string[] | undefined): number | null {
  return typeof raw === 'string' && /^[1-9]\d{0,8}$/.test(raw) ? Number(raw) : null
}

/** An application's page, without the language. */
export const applicationPath = (number: number, rest = '') => `/cabinet/applications/${number}${rest}`

export const editPath = (number: number, step: string) => applicationPath(number, `/edit/${step}`)
