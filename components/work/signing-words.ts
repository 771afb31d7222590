import type { EdsPhase } from '@/components/eds/eds-progress'
import type { RowState, Stage, Trouble } from './signing-course'

export type CourseTexts = Readonly<
  Record<
    | Stage['at']
    | 'sign'
    | 'signRest'
    | 'signOne'
    | 'nothingTicked'
    | 'ended'
    | 'reasons'
    | 'refresh'
    | 'stop'
    | 'signedOut'
    | 'lost'
    | 'refused',
    string
  >
> & { rows: Readonly<Record<RowState['at'], string>> }

/** «… (3)»; of none the number is left out: nothing is ticked, or the last one is being issued. */
export const withCount = (text: string, n: number) => text.replace(/ \(\{n\}\)/, n > 0 ? ` (${n})` : '')

export const counted = (text: string, made: number, of: number) =>
  text.replace('{made}', String(made)).replace('{of}', String(of))

/** Why some were not signed: in the words that all of them share, else where to read it. */
export function reasonOf(ends: readonly RowState[], inRows: string): string {
  const [reason = '', other] = new Set(ends.flatMap((end) => ('message' in end ? [end.message] : [])))
  return other === undefined ? reason : inRows
}

/** What NCALayer answers has words and advice of its own. */
export function phaseOf(trouble: Trouble): EdsPhase {
  switch (trouble.status) {
    case 'signedOut':
    case 'lost':
    case 'refused':
      return { at: 'rest' }
    default:
      return { at: trouble.status, detail: trouble.detail }
  }
}

export function wordsOf({ status }: Trouble, texts: CourseTexts): string | null {
  return status === 'signedOut' || status === 'lost' || status === 'refused' ? texts[status] : null
}
