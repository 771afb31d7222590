import type { Text } from './text'

export const STATUSES = [
  'draft',
  'sent',
  'intake_refused',
  'correction',
  'registered',
  'waiting',
  'on_signing',
  'approved',
  'refused',
  'cancelled',
  'revoked',
] as const
export type Status = (typeof STATUSES)[number]

/** Labels of the seeds where they have one: «Отправлено», «Одобрено». */
export const STATUS_LABELS: Readonly<Record<Status, Text>> = {
  draft: { kk: 'Жіберілмеген', ru: 'Не отправлена' },
  sent: { kk: 'Жіберілді', ru: 'Отправлено' },
  intake_refused: { kk: 'Қабылдаудан бас тартылды', ru: 'Отказано в приеме' },
  correction: { kk: 'Нақтылау қажет', ru: 'Требуется уточнение' },
  registered: { kk: 'Тіркелді', ru: 'Зарегистрировано' },
  waiting: { kk: 'Кезекте', ru: 'В очереди' },
  on_signing: { kk: 'Қол қоюда', ru: 'На подписании' },
  approved: { kk: 'Мақұлданды', ru: 'Одобрено' },
  refused: { kk: 'Бас тартылды', ru: 'Отказано' },
  cancelled: { kk: 'Өтініш беруші кері қайтарып алды', ru: 'Отменено заявителем' },
  revoked: { kk: 'Күші жойылды', ru: 'Аннулировано' },
}
