import type { Text } from './text'

/** What may be asked for again: an answer, a document, or the signed statement itself. */
export type CorrectionKind = 'answer' | 'document' | 'statement'
type ReasonText = { text: Text; of: readonly CorrectionKind[] }

/** Why something has to be put right, as the applicant reads it. */
export const CORRECTION_REASONS = {
  unreadable: {
    text: { kk: 'Файл анық емес, мәтіні оқылмайды', ru: 'Файл нечеткий, текст не читается' },
    of: ['document', 'statement'],
  },
  wrongDocument: {
    text: { kk: 'Басқа құжат тіркелген', ru: 'Приложен другой документ' },
    of: ['document', 'statement'],
  },
  expired: {
    text: { kk: 'Құжаттың жарамдылық мерзімі өтіп кеткен', ru: 'Срок действия документа истек' },
    of: ['document'],
  },
  pageMissing: {
    text: { kk: 'Құжаттың беттері толық тіркелмеген', ru: 'Приложены не все страницы документа' },
    of: ['document', 'statement'],
  },
  notAttached: {
    text: { kk: 'Құжат тіркелмеген, бірақ ол қажет', ru: 'Документ не приложен, но он нужен' },
    of: ['document'],
  },
  unsigned: {
    text: { kk: 'Өтініште қол қойылмаған', ru: 'На заявлении нет подписи' },
    of: ['statement'],
  },
  mistyped: {
    text: { kk: 'Қате жазылған', ru: 'Написано с ошибкой' },
    of: ['answer'],
  },
  incomplete: {
    text: { kk: 'Толық жазылмаған', ru: 'Указано не полностью' },
    of: ['answer'],
  },
  disagrees: {
    text: { kk: 'Құжаттағы мәліметке сәйкес келмейді', ru: 'Не совпадает с документом' },
    of: ['answer', 'document'],
  },
  other: {
    text: { kk: 'Басқа себеп', ru: 'Другая причина' },
    of: ['answer', 'document', 'statement'],
  },
} as const satisfies Record<string, ReasonText>

export type CorrectionReason = keyof typeof CORRECTION_REASONS

export function isCorrectionReason(value: string): value is CorrectionReason {
  return Object.hasOwn(CORRECTION_REASONS, value)
}

/** What may be said about a thing of this kind, in the order of the list. */
export function reasonsFor(kind: CorrectionKind): CorrectionReason[] {
  return Object.keys(CORRECTION_REASONS)
    .filter(isCorrectionReason)
    .filter((reason) => CORRECTION_REASONS[reason].of.some((known) => known === kind))
}
