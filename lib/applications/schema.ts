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

/** The reader came to the form from «Просмотр заявки» to change something, and is led back there. */
export type From = 'review' | null

export function parseFrom(raw: string | string[] | undefined): From {
  return raw === 'review' ? 'review' : null
}

type Step = { from?: From; check?: boolean }

/** Where the pages of a form stand, without the language. */
export type FormPlace = {
  /** Where one goes who leaves it for later. */
  list: string
  application: (number: number | string, rest?: string) => string
  /** A step of the form; `check`: it says at once what it lacks. */
  edit: (number: number | string, step: string, at?: Step) => string
}

function formPlace(list: string): FormPlace {
  return {
    list,
    application: (number, rest = '') => `${list}/${number}${rest}`,
    edit: (number, step, { from = null, check = false } = {}) => {
      const query = [...(check ? ['check=yes'] : []), ...(from ? [`from=${from}`] : [])].join('&')
      return `${list}/${number}/edit/${step}${query && `?${query}`}`
    },
  }
}

export const CABINET = formPlace('/cabinet/applications')
/** Where a member of staff enters what somebody has brought on paper. */
export const DESK = formPlace('/work/paper')

/** The applicant's page of an application. */
export const applicationPath = CABINET.application
export const editPath = CABINET.edit

/** `?revision=2` of a statement's address: an earlier one, or the one to be signed in a correction. */
export function parseRevision(request: Pick<Request, 'url'>): number | null {
  const raw = new URL(request.url).searchParams.get('revision')
  return raw === null ? null : parseNumber(raw)
}
