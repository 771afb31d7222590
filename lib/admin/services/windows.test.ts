import { describe, expect, it } from 'vitest'
import { almatyInstant } from '@/lib/domain/dates'
import { calledOff } from '@/lib/domain/intake-window'
import { closingOf, judgeWindow } from './windows'

const VALUES = {
  opensOn: '2027-04-01',
  opensAt: '09:00',
  closesOn: '2027-08-31',
  closesAt: '24:00',
  answerBy: '2027-08-31',
}
const other = (year: string, opens: string, closes: string) => ({
  periodKey: year,
  opensAt: almatyInstant(opens, '09:00'),
  closesAt: almatyInstant(closes, '00:00'),
})

describe('an intake window out of a form', () => {
  it('is in the time of Almaty, and its last day counts whole', () => {
    expect(judgeWindow('2027', VALUES, [])).toEqual({
      ok: true,
      window: {
        periodKey: '2027',
        opensAt: new Date('2027-04-01T04:00:00Z'),
        closesAt: new Date('2027-08-31T19:00:00Z'),
        answerBy: '2027-08-31',
        closedText: null,
      },
    })
    expect(closingOf(new Date('2027-08-31T19:00:00Z'))).toEqual({ date: '2027-08-31', time: '24:00' })
    expect(closingOf(new Date('2027-08-31T13:00:00Z'))).toEqual({ date: '2027-08-31', time: '18:00' })
  })

  it.each([
    ['no year', 'next', {}, [], [{ field: 'year', fault: 'year' }]],
    ['no time', '2027', { opensAt: '9' }, [], [{ field: 'opensAt', fault: 'time' }]],
    ['an hour that no day has', '2027', { closesAt: '25:00' }, [], [{ field: 'closesAt', fault: 'time' }]],
    [
      'closing at the moment of opening',
      '2027',
      { closesOn: '2027-04-01', closesAt: '09:00' },
      [],
      [{ field: 'closesOn', fault: 'order' }],
    ],
    ['another year', '2029', {}, [], [{ field: 'opensOn', fault: 'otherYear' }]],
    [
      'a result before the end',
      '2027',
      { answerBy: '2027-08-30' },
      [],
      [{ field: 'answerBy', fault: 'early' }],
    ],
    ['one language only', '2027', { 'closed-kk': 'Жабық' }, [], [{ field: 'closed-ru', fault: 'missing' }]],
    [
      'a day that is another window’s too',
      '2027',
      {},
      [other('2026', '2026-04-01', '2027-04-02')],
      [{ field: 'opensOn', fault: 'overlap', year: '2026' }],
    ],
  ] as const)('is refused for %s', (_, year, changed, others, faults) => {
    expect(judgeWindow(year, { ...VALUES, ...changed }, others)).toEqual({ ok: false, faults })
  })

  it('may begin when another ends, and stand beside one that was called off', () => {
    const before = {
      ...other('2026', '2026-04-01', '2027-04-01'),
      closesAt: almatyInstant('2027-04-01', '09:00'),
    }
    const off = { periodKey: '2028', ...calledOff(other('2028', '2027-05-01', '2027-05-02')) }
    expect(judgeWindow('2027', VALUES, [before, off]).ok).toBe(true)
  })
})
