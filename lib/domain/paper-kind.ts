import type { Text } from './text'

export const PAPER_KINDS = [
  'receipt',
  'intake_refusal',
  'order',
  'notification',
  'certificate',
  'referral',
  'notice',
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
  refusal: { kk: 'Дәлелді бас тарту', ru: 'Мотивированный отказ' },
}
