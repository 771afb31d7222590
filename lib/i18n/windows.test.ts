import { describe, expect, it } from 'vitest'
import { almatyInstant } from '@/lib/domain/dates'
import { type IntakeWindow, windowState } from '@/lib/domain/intake-window'
import { windowSentence } from './windows'

const year = (y: number): IntakeWindow => ({
  periodKey: String(y),
  opensAt: almatyInstant(`${y}-04-01`, '09:00'),
  closesAt: almatyInstant(`${y}-09-01`, '00:00'),
  answerBy: `${y}-08-31`,
})
const both = [year(2027), year(2026)]

describe('the sentence on the intake', () => {
  it.each<[string, IntakeWindow[], Date, string | null, string | null]>([
    ['is none without windows', [], almatyInstant('2026-01-01', '00:00'), null, null],
    [
      'tells the opening before the first one',
      [year(2026)],
      almatyInstant('2026-04-01', '08:59'),
      'Прием откроется 1 апреля 2026 года в 09:00 (время Астаны).',
      'Қабылдау ашылатын күн – 2026 жылғы 1 сәуір, сағат 09:00 (Астана уақыты).',
    ],
    [
      'tells the last day from the first minute on',
      both,
      almatyInstant('2026-04-01', '09:00'),
      'Документы принимаются по 31 августа 2026 года.',
      'Құжаттар қабылданып жатыр, соңғы күні – 2026 жылғы 31 тамыз.',
    ],
    [
      'still does in the last minute',
      both,
      almatyInstant('2026-08-31', '23:59'),
      'Документы принимаются по 31 августа 2026 года.',
      'Құжаттар қабылданып жатыр, соңғы күні – 2026 жылғы 31 тамыз.',
    ],
    [
      'tells the closing and the next opening from midnight on',
      both,
      almatyInstant('2026-09-01', '00:00'),
      'Прием документов 31.08.2026 был завершен. Прием откроется 1 апреля 2027 года в 09:00 (время Астаны).',
      'Құжаттарды қабылдау 31.08.2026 аяқталды. Қабылдау ашылатын күн – 2027 жылғы 1 сәуір, сағат 09:00 (Астана уақыты).',
    ],
    [
      'tells the closing alone after the last one',
      both,
      almatyInstant('2027-12-01', '12:00'),
      'Прием документов 31.08.2027 был завершен.',
      'Құжаттарды қабылдау 31.08.2027 аяқталды.',
    ],
  ])('%s', (_, windows, now, ru, kk) => {
    const state = windowState(windows, now)
    expect([windowSentence(state, 'ru'), windowSentence(state, 'kk')]).toEqual([ru, kk])
  })
})
