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

/** The reader came to the form from «Просмотр заявки» to change something, and is led back there. */
export type From = 'review' | null

export function parseFrom(raw: string | string[] | undefined): From {
  return raw === 'review' ? 'review' : null
}

/** A step of the form; `check`: it says at once what it lacks. */
export function editPath(
  number: number | string,
  step: string,
  { from = null, check = false }: { from?: From; check?: boolean } = {},
): string {
  const query = [...(check ? ['check=yes'] : []), ...(from ? [`from=${from}`] : [])].join('&')
  return `/cabinet/applications/${number}/edit/${step}${query && `?${query}`}`
}
