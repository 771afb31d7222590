import type { ResultKind, ServiceDefinition } from './service'
import type { Text } from './text'

export const PAPER_KINDS = [
  'receipt',
  'intake_refusal',
  'order',
  'notification',
  'certificate',
  'referral',
  'notice',
  'release',
  'refusal',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const PAPER_LABELS: Readonly<Record<PaperKind, Text>> = {
  receipt: { kk: 'Құжаттарды қабылдау туралы қолхат', ru: 'Расписка о приеме документов' },
  intake_refusal: { kk: 'Өтінішті қабылдаудан бас тарту', ru: 'Отказ в приеме заявления' },
  order: { kk: 'Бұйрық', ru: 'Приказ' },
  notification: { kk: 'Хабарлама', ru: 'Уведомление' },
  certificate: { kk: 'Анықтама', ru: 'Справка' },
  referral: { kk: 'Жолдама', ru: 'Направление (путевка)' },
  notice: { kk: 'Хабарлама', ru: 'Уведомление' },
  release: { kk: 'Есептен шығару талоны', ru: 'Открепительный талон' },
  refusal: { kk: 'Дәлелді бас тарту', ru: 'Мотивированный отказ' },
}

/** An order that takes the force from another paper. */
export const ANNULMENT_LABEL: Text = { kk: 'Күшін жою туралы бұйрық', ru: 'Приказ об аннулировании' }

/** What a paper is called where nothing is known of its service. */
export function paperLabel({ kind, isAnnulling }: { kind: PaperKind; isAnnulling: boolean }): Text {
  return isAnnulling ? ANNULMENT_LABEL : PAPER_LABELS[kind]
}

/** What a paper of a service is called: of a stage, by its own title, so that no two of one application are alike. */
export function paperName({ stages = [] }: Pick<ServiceDefinition, 'stages'>, kind: PaperKind): Text {
  return stages.find(({ paper }) => paper?.kind === kind)?.paper?.title ?? PAPER_LABELS[kind]
}

/** Kinds that are numbered in a register of their own, organisation by organisation and year by year. */
export const REGISTERS = ['order', 'certificate', 'referral', 'notice', 'refusal'] as const
export type Register = (typeof REGISTERS)[number]

/** The paper by which a result is given: of a duplicate, which is handed out in the office, its notice. */
export type ResultPaper = Exclude<Register, 'refusal'>

export function resultPaper(kind: ResultKind): ResultPaper {
  return kind === 'duplicate' ? 'notice' : kind
}
