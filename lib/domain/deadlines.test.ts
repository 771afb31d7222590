import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, CalendarHorizonError, isWorkingDay, type WorkCalendar } from './calendar'
import { addDays, almatyInstant } from './dates'
import {
  countsFrom,
  type DeadlineInput,
  deadlines,
  type Pause,
  pauseOf,
  workingDaysOverdue,
} from './deadlines'

const CALENDAR: WorkCalendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  off: [
    ...['2026-01-01', '2026-01-02', '2026-01-07', '2026-03-08', '2026-03-09', '2026-03-21', '2026-03-22'],
    ...['2026-03-23', '2026-03-24', '2026-03-25', '2026-05-01', '2026-05-07', '2026-05-09', '2026-05-11'],
    ...['2026-05-27', '2026-07-06', '2026-10-25', '2026-10-26', '2026-12-16'],
  ],
  offInFive: [],
  working: [],
}
const HOURS = { week: 5, closesAt: '18:30' } as const
const at = (text: string) => almatyInstant(text.slice(0, 10), text.slice(11))

// Home schooling: one working day to register, two to answer.
const input = (sent: string, registered: string | null, pauses: readonly Pause[] = []): DeadlineInput => ({
  sentAt: at(sent),
  registeredAt: registered === null ? null : at(registered),
  intakeTermDays: 1,
  termDays: 2,
  hours: HOURS,
  calendar: CALENDAR,
  pauses,
})

describe('countsFrom', () => {
  it.each([
    ['2026-11-24 00:00', '2026-11-24'],
    ['2026-11-24 18:29', '2026-11-24'],
    ['2026-11-24 18:30', '2026-11-25'],
    ['2026-11-24 23:59', '2026-11-25'],
    ['2026-11-27 18:29', '2026-11-27'],
    ['2026-11-27 18:30', '2026-11-30'], // Friday evening
    ['2026-11-28 10:00', '2026-11-30'],
    ['2026-11-29 23:00', '2026-11-30'], // Sunday evening: Monday, not Tuesday
    ['2026-03-20 19:00', '2026-03-26'], // Nauryz
    ['2026-03-23 12:00', '2026-03-26'],
  ])('%s counts from %s', (sent, day) => {
    expect(countsFrom(at(sent), HOURS, CALENDAR)).toBe(day)
  })

  it('knows the six-day week and other closing times', () => {
    expect(countsFrom(at('2026-11-28 12:59'), { week: 6, closesAt: '13:00' }, CALENDAR)).toBe('2026-11-28')
    expect(countsFrom(at('2026-11-28 13:00'), { week: 6, closesAt: '13:00' }, CALENDAR)).toBe('2026-11-30')
  })
})

describe('deadlines', () => {
  it.each([
    ['not registered yet', '2026-11-24 10:00', null, '2026-11-25', '2026-11-27'],
    ['registered at once', '2026-11-24 10:00', '2026-11-24 11:00', '2026-11-25', '2026-11-26'],
    ['registered in the evening', '2026-11-24 10:00', '2026-11-24 19:00', '2026-11-25', '2026-11-27'],
    ['registered on the last day', '2026-11-24 10:00', '2026-11-25 18:00', '2026-11-25', '2026-11-27'],
    ['registered late', '2026-11-24 10:00', '2026-12-02 10:00', '2026-11-25', '2026-11-27'],
    ['sent on Friday evening', '2026-11-27 20:00', null, '2026-12-01', '2026-12-03'],
    ['sent before Nauryz', '2026-03-20 10:00', null, '2026-03-26', '2026-03-30'],
    ['sent before Republic Day', '2026-10-23 10:00', '2026-10-23 12:00', '2026-10-27', '2026-10-28'],
  ])('%s: sent %s, registered %s', (_, sent, registered, intakeDue, answerDue) => {
    expect(deadlines(input(sent, registered))).toEqual({ intakeDue, answerDue })
  })

  it.each([
    ['open: moves nothing yet', [{ from: '2026-11-25', to: null }], '2026-11-26'],
    ['closed on its own day', [{ from: '2026-11-25', to: '2026-11-25' }], '2026-11-26'],
    ['of two working days', [{ from: '2026-11-25', to: '2026-11-27' }], '2026-11-30'],
    ['from the last day on', [{ from: '2026-11-26', to: '2026-11-30' }], '2026-11-30'],
    ['over a weekend', [{ from: '2026-11-26', to: '2026-12-01' }], '2026-12-01'],
    ['before the term', [{ from: '2026-11-20', to: '2026-11-25' }], '2026-11-26'],
    ['after the term', [{ from: '2026-11-27', to: '2026-12-10' }], '2026-11-26'],
    [
      'overlapping another',
      [
        { from: '2026-11-25', to: '2026-11-27' },
        { from: '2026-11-26', to: '2026-11-30' },
      ],
      '2026-12-01',
    ],
    [
      'reached only because of another',
      [
        { from: '2026-11-25', to: '2026-11-26' },
        { from: '2026-11-27', to: '2026-11-30' },
      ],
      '2026-11-30',
    ],
  ])('a pause %s', (_, pauses, answerDue) => {
    const { intakeDue, ...rest } = deadlines(input('2026-11-24 10:00', '2026-11-24 11:00', pauses))
    expect(intakeDue).toBe('2026-11-25')
    expect(rest).toEqual({ answerDue })
  })

  it('throws beyond the calendar', () => {
    expect(() => deadlines(input('2026-12-30 10:00', null))).toThrow(CalendarHorizonError)
  })

  const minute = fc
    .integer({ min: 0, max: 300 * 1440 })
    .map((n) => new Date(Date.UTC(2026, 0, 2) + n * 60_000))
  const week = fc.constantFrom(5 as const, 6 as const)

  it('late registration never moves the answer, early registration never delays it', () => {
    fc.assert(
      fc.property(
        minute,
        fc.nat({ max: 20_000 }),
        fc.nat({ max: 15 }),
        week,
        (sentAt, delay, termDays, days) => {
          const hours = { week: days, closesAt: '18:00' }
          const common = { sentAt, intakeTermDays: 1, termDays, hours, calendar: CALENDAR }
          const registeredAt = new Date(sentAt.getTime() + delay * 60_000)
          const unregistered = deadlines({ ...common, registeredAt: null })
          const registered = deadlines({ ...common, registeredAt })
          expect(registered.intakeDue).toBe(unregistered.intakeDue)
          expect(registered.answerDue <= unregistered.answerDue).toBe(true)
          expect(isWorkingDay(CALENDAR, registered.answerDue, days)).toBe(true)
          if (countsFrom(registeredAt, hours, CALENDAR) >= registered.intakeDue) {
            expect(registered).toEqual(unregistered)
          }
        },
      ),
    )
  })

  it('a pause within the term moves the answer by exactly its working days', () => {
    const lengths = [fc.nat({ max: 9 }), fc.nat({ max: 15 })] as const
    fc.assert(
      fc.property(minute, ...lengths, week, (sentAt, after, length, days) => {
        const common = { sentAt, registeredAt: null, intakeTermDays: 1, termDays: 10, calendar: CALENDAR }
        const withHours = { ...common, hours: { week: days, closesAt: '18:00' } }
        const { intakeDue, answerDue } = deadlines(withHours)
        const from = addWorkingDays(CALENDAR, intakeDue, after + 1, days)
        const to = addWorkingDays(CALENDAR, from, length, days)
        expect(deadlines({ ...withHours, pauses: [{ from, to }] }).answerDue).toBe(
          addWorkingDays(CALENDAR, answerDue, length, days),
        )
      }),
    )
  })
})

describe('pauseOf', () => {
  it.each([
    ['answered in the morning', '2026-11-24 10:00', '2026-11-25 09:00', '2026-11-25'],
    ['answered in the evening', '2026-11-24 10:00', '2026-11-25 22:00', '2026-11-26'],
    ['answered at the weekend', '2026-11-24 10:00', '2026-11-28 12:00', '2026-11-30'],
    ['answered over Nauryz', '2026-03-20 10:00', '2026-03-21 12:00', '2026-03-26'],
    ['not answered yet', '2026-11-24 10:00', null, null],
  ])('%s', (_, asked, answered, to) => {
    const answeredAt = answered === null ? null : at(answered)
    expect(pauseOf({ askedAt: at(asked), answeredAt }, HOURS, CALENDAR)).toEqual({
      from: asked.slice(0, 10),
      to,
    })
  })
})

describe('workingDaysOverdue', () => {
  it.each([
    ['2026-11-27', '2026-11-26', 0],
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-27', '2026-11-29', 0],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-03-20', '2026-03-26', 1],
    ['2026-11-23', '2026-11-30', 5],
  ])('due %s, on %s: %d', (due, today, expected) => {
    expect(workingDaysOverdue(due, today, CALENDAR, 5)).toBe(expected)
  })

  it('undoes addWorkingDays', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 40 }), (offset, count) => {
        const due = addWorkingDays(CALENDAR, addDays('2026-01-05', offset), 0, 5)
        expect(workingDaysOverdue(due, addWorkingDays(CALENDAR, due, count, 5), CALENDAR, 5)).toBe(count)
      }),
    )
  })
})
