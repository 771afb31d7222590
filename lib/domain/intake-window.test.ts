import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, almatyInstant } from './dates'
import { calledOff, type IntakeWindow, lastDayOf, windowState } from './intake-window'

const year = (y: number, opens = '04-01', closes = '08-31'): IntakeWindow => ({
  periodKey: String(y),
  opensAt: almatyInstant(`${y}-${opens}`, '09:00'),
  closesAt: almatyInstant(addDays(`${y}-${closes}`, 1), '00:00'),
  answerBy: `${y}-08-31`,
})
const at = (date: string, time = '12:00') => almatyInstant(date, time)

describe('windowState', () => {
  const both = [year(2027), year(2026)]

  it.each([
    ['a second before the opening hour', new Date(at('2027-04-01', '09:00').getTime() - 1000), 'before'],
    ['at the opening hour', at('2027-04-01', '09:00'), 'open'],
    ['late in the evening of the last day', new Date(at('2027-09-01', '00:00').getTime() - 1), 'open'],
    ['at midnight after the last day', at('2027-09-01', '00:00'), 'closed'],
    ['between two windows', at('2026-10-01'), 'before'],
    ['long before the first', at('2020-01-01'), 'before'],
  ])('%s', (_, now, kind) => {
    expect(windowState(both, now).kind).toBe(kind)
  })

  it('is always open without windows', () => {
    expect(windowState([], at('2027-01-01'))).toEqual({ kind: 'always' })
  })

  it('is closed without windows where it has to have some', () => {
    expect(windowState([], at('2027-01-01'), true)).toEqual({ kind: 'closed', closedOn: null })
  })

  it('is closed by an intake that was called off, unless another one is open', () => {
    const closedText = { kk: 'Қабылдау болмайды', ru: 'Приема не будет' }
    const off = { ...year(2027), ...calledOff(year(2027)), closedText }
    expect(windowState([off], at('2027-05-01'))).toEqual({ kind: 'closed', closedOn: null, note: closedText })
    expect(windowState([off, year(2026)], at('2026-05-01')).kind).toBe('open')
    expect(windowState([off, year(2026)], at('2027-05-01'))).toMatchObject({ closedOn: '2026-08-31' })
  })

  it('adds what an administrator has written for the time it is closed', () => {
    const [past, next] = [
      { kk: 'Өткен', ru: 'Прошлый' },
      { kk: 'Келесі', ru: 'Следующий' },
    ]
    const one = { ...year(2026), closedText: past }
    expect(windowState([one], at('2027-01-01'))).toMatchObject({ kind: 'closed', note: past })
    expect(windowState([one, year(2027)], at('2027-01-01'))).toMatchObject({ kind: 'before', note: past })
    const two = { ...year(2027), closedText: next }
    expect(windowState([one, two], at('2027-01-01'))).toMatchObject({ kind: 'before', note: next })
    expect(windowState([one, two], at('2027-05-01'))).not.toHaveProperty('note')
  })

  it('names the last day while it is open, and after it closed', () => {
    expect(windowState(both, at('2026-05-05'))).toMatchObject({ lastDay: '2026-08-31', window: year(2026) })
    expect(windowState(both, at('2028-01-01'))).toEqual({ kind: 'closed', closedOn: '2027-08-31' })
  })

  it('says both when the last one closed and which one opens next', () => {
    expect(windowState(both, at('2026-12-01'))).toEqual({
      kind: 'before',
      window: year(2027),
      closedOn: '2026-08-31',
    })
    expect(windowState(both, at('2026-03-01'))).toEqual({
      kind: 'before',
      window: year(2026),
      closedOn: null,
    })
  })

  it('does not depend on the order of the windows, and is never vague about a moment inside one', () => {
    const windows = fc.uniqueArray(fc.integer({ min: 2024, max: 2030 }), { maxLength: 6 })
    const day = fc.integer({ min: 0, max: 2900 }).map((days) => at(addDays('2023-06-01', days)))
    fc.assert(
      fc.property(windows, day, (years, now) => {
        const all = years.map((y) => year(y))
        const state = windowState(all, now)
        expect(windowState([...all].reverse(), now)).toEqual(state)
        const inside = all.some((w) => w.opensAt <= now && now < w.closesAt)
        expect(state.kind === 'open').toBe(inside)
        if (state.kind === 'before') expect(state.window.opensAt > now).toBe(true)
      }),
    )
  })
})

describe('lastDayOf', () => {
  it.each([
    ['2026-09-01', '00:00', '2026-08-31'],
    ['2026-08-31', '18:00', '2026-08-31'],
  ])('closing on %s at %s is %s', (day, time, last) => {
    expect(lastDayOf({ ...year(2026), closesAt: almatyInstant(day, time) })).toBe(last)
  })
})
