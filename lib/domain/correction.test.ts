import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from './calendar'
import { CORRECTION_DAYS, correctionDays, correctionItemsSchema, MOST_ITEMS, readTarget } from './correction'
import { CORRECTION_REASONS, reasonsFor } from './correction-reasons'
import { addDays } from './dates'

const calendar: WorkCalendar = {
  from: '2026-01-01',
  to: '2027-12-31',
  off: ['2026-12-16', '2027-03-08', '2027-03-22', '2027-03-23'],
  offInFive: [],
  working: ['2027-03-13'],
}

describe('days to answer', () => {
  test('two weeks, and a reminder after one', () => {
    const days = correctionDays('2026-11-24', { calendar, week: 5 })
    expect(days).toEqual({ answerBy: '2026-12-08', remindOn: '2026-12-01' })
  })

  test('over a holiday, in a week of six days', () => {
    expect(correctionDays('2026-12-11', { calendar, week: 5 }).answerBy).toBe('2026-12-28')
    expect(correctionDays('2026-12-11', { calendar, week: 6 }).answerBy).toBe('2026-12-24')
  })

  test('never past a day that is fixed for the result, but at least the next working day', () => {
    const latest = (day: string) => correctionDays('2027-03-18', { calendar, week: 5, latest: day })
    expect(latest('2027-03-26')).toEqual({ answerBy: '2027-03-26', remindOn: '2027-03-24' })
    expect(latest('2027-03-18')).toEqual({ answerBy: '2027-03-19', remindOn: '2027-03-19' })
    expect(latest('2027-01-01').answerBy).toBe('2027-03-19')
  })

  test('on any day: a working day within the limit, and the reminder on one no later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom(5 as const, 6 as const),
        fc.option(fc.integer({ min: -5, max: 40 })),
        (day, week, ahead) => {
          const today = addDays('2026-02-01', day)
          const latest = ahead === null ? null : addDays(today, ahead)
          const { answerBy, remindOn } = correctionDays(today, { calendar, week, latest })
          const least = addWorkingDays(calendar, today, 1, week)
          expect(answerBy >= least).toBe(true)
          expect(answerBy <= addWorkingDays(calendar, today, CORRECTION_DAYS, week)).toBe(true)
          if (latest && latest >= least) expect(answerBy <= latest).toBe(true)
          expect(today < remindOn && remindOn <= answerBy).toBe(true)
          expect(isWorkingDay(calendar, remindOn, week)).toBe(true)
        },
      ),
    )
  })
})

describe('what is asked', () => {
  const item = { target: 'document:medicalOpinion', reason: 'unreadable', note: '' }
  const isTaken = (items: unknown) => correctionItemsSchema.safeParse(items).success

  it.each([
    ['one document', [item], true],
    ['an answer', [{ target: 'child.grade', reason: 'mistyped', note: '' }], false],
    ['an answer by its path', [{ target: 'answer:child.grade', reason: 'mistyped', note: '' }], true],
    ['the document of a row', [{ ...item, target: 'document:income.k3f9' }], true],
    ['the signature', [{ target: 'statement', reason: 'unsigned', note: '' }], true],
    ['nothing', [], false],
    ['the same twice', [item, { ...item, reason: 'expired' }], false],
    ['an answer that «cannot be read»', [{ ...item, target: 'answer:child.grade' }], false],
    ['another reason without words', [{ ...item, reason: 'other', note: '  ' }], false],
    ['another reason with words', [{ ...item, reason: 'other', note: 'Печать не видна' }], true],
    ['a reason of nobody', [{ ...item, reason: 'constructor' }], false],
    ['too long a note', [{ ...item, note: 'а'.repeat(501) }], false],
    [
      'too much',
      Array.from({ length: MOST_ITEMS + 1 }, (_, n) => ({ ...item, target: `document:d${n}` })),
      false,
    ],
  ])('%s', (_, items, taken) => {
    expect(isTaken(items)).toBe(taken)
  })

  it('reads no target out of anything else', () => {
    for (const target of ['', 'answer:', 'answer:a/b', 'document:../x', 'statement:1', 'answer:a b'])
      expect(readTarget(target)).toBe(null)
  })

  it('has reasons for each kind, in both languages', () => {
    for (const kind of ['answer', 'document', 'statement'] as const)
      expect(reasonsFor(kind)).toContain('other')
    for (const { text } of Object.values(CORRECTION_REASONS))
      for (const locale of LOCALES) expect(text[locale]).toMatch(/^[А-ЯӘҒҚҢӨҰҮҺІ]/)
  })
})
