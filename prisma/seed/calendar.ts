import type { Text } from '@/lib/domain/text'

export type CalendarDay = {
  /** ISO date, Asia/Almaty. */
  date: string
  /** `off`: nobody works, whatever the week; `offInFive`: off in the five-day week; `working`: a weekend day that is worked. */
  kind: 'off' | 'offInFive' | 'working'
  name: Text
}

/** Outside of it terms are refused rather than guessed. */
export const CALENDAR_HORIZON = { from: '2025-01-01', to: '2027-12-31' } as const

const NEW_YEAR = { kk: 'Жаңа жыл', ru: 'Новый год' }
const CHRISTMAS = { kk: 'Православиелік Рождество', ru: 'Православное Рождество' }
const WOMENS_DAY = { kk: 'Халықаралық әйелдер күні', ru: 'Международный женский день' }
const CONSTITUTION_DAY = { kk: 'Конституция күні', ru: 'День Конституции' }
const NAURYZ = { kk: 'Наурыз мейрамы', ru: 'Наурыз мейрамы' }
const UNITY_DAY = { kk: 'Қазақстан халқының бірлігі мерекесі', ru: 'Праздник единства народа Казахстана' }
const DEFENDER_DAY = { kk: 'Отан қорғаушы күні', ru: 'День защитника Отечества' }
const VICTORY_DAY = { kk: 'Жеңіс күні', ru: 'День Победы' }
const KURBAN_AIT = { kk: 'Құрбан айттың бірінші күні', ru: 'Первый день Курбан айта' }
const CAPITAL_DAY = { kk: 'Астана күні', ru: 'День столицы' }
const REPUBLIC_DAY = { kk: 'Республика күні', ru: 'День Республики' }
const INDEPENDENCE_DAY = { kk: 'Тәуелсіздік күні', ru: 'День Независимости' }

const off = (date: string, name: Text): CalendarDay => ({ date, kind: 'off', name })

/** A holiday fell on a Sunday, so the next working day after it is off. */
const offFor = (date: string, kk: string, ru: string): CalendarDay =>
  off(date, { kk: `${kk} мерекесі үшін демалыс күні`, ru: `Выходной день за праздник ${ru}` })

/** A holiday fell on a Saturday, which is a day off in the five-day week only. */
const offInFive = (date: string, kk: string, ru: string): CalendarDay => ({
  ...offFor(date, kk, ru),
  kind: 'offInFive',
})

/**
 * Holidays: Law № 267-II of 13.12.2001 «О праздниках в Республике Казахстан», its art. 5 for the days off that
 * follow a holiday on a weekend. 7 January and the first day of Kurban Ait are days off by the Labour Code and
 * move nothing. The swap of 3 and 5 January 2025 is a Government decree. Constitution Day: 30 August to 2025,
 * 15 March from 2027. The year 2027 is preliminary: neither its Kurban Ait nor any swap is announced yet.
 */
export const CALENDAR_DAYS: readonly CalendarDay[] = [
  off('2025-01-01', NEW_YEAR),
  off('2025-01-02', NEW_YEAR),
  off('2025-01-03', {
    kk: '5 қаңтардан ауыстырылған демалыс күні',
    ru: 'Выходной день, перенесенный с 5 января',
  }),
  {
    date: '2025-01-05',
    kind: 'working',
    name: { kk: '3 қаңтардың орнына жұмыс күні', ru: 'Рабочий день вместо 3 января' },
  },
  off('2025-01-07', CHRISTMAS),
  off('2025-03-08', WOMENS_DAY),
  offInFive('2025-03-10', '8 наурыз', '8 марта'),
  off('2025-03-21', NAURYZ),
  off('2025-03-22', NAURYZ),
  off('2025-03-23', NAURYZ),
  offFor('2025-03-24', '23 наурыз', '23 марта'),
  offInFive('2025-03-25', '22 наурыз', '22 марта'),
  off('2025-05-01', UNITY_DAY),
  off('2025-05-07', DEFENDER_DAY),
  off('2025-05-09', VICTORY_DAY),
  off('2025-06-06', KURBAN_AIT),
  off('2025-07-06', CAPITAL_DAY),
  offFor('2025-07-07', '6 шілде', '6 июля'),
  off('2025-08-30', CONSTITUTION_DAY),
  offInFive('2025-09-01', '30 тамыз', '30 августа'),
  off('2025-10-25', REPUBLIC_DAY),
  offInFive('2025-10-27', '25 қазан', '25 октября'),
  off('2025-12-16', INDEPENDENCE_DAY),

  off('2026-01-01', NEW_YEAR),
  off('2026-01-02', NEW_YEAR),
  off('2026-01-07', CHRISTMAS),
  off('2026-03-08', WOMENS_DAY),
  offFor('2026-03-09', '8 наурыз', '8 марта'),
  off('2026-03-21', NAURYZ),
  off('2026-03-22', NAURYZ),
  off('2026-03-23', NAURYZ),
  offFor('2026-03-24', '22 наурыз', '22 марта'),
  offInFive('2026-03-25', '21 наурыз', '21 марта'),
  off('2026-05-01', UNITY_DAY),
  off('2026-05-07', DEFENDER_DAY),
  off('2026-05-09', VICTORY_DAY),
  offInFive('2026-05-11', '9 мамыр', '9 мая'),
  off('2026-05-27', KURBAN_AIT),
  off('2026-07-06', CAPITAL_DAY),
  off('2026-10-25', REPUBLIC_DAY),
  offFor('2026-10-26', '25 қазан', '25 октября'),
  off('2026-12-16', INDEPENDENCE_DAY),

  off('2027-01-01', NEW_YEAR),
  off('2027-01-02', NEW_YEAR),
  offInFive('2027-01-04', '2 қаңтар', '2 января'),
  off('2027-01-07', CHRISTMAS),
  off('2027-03-08', WOMENS_DAY),
  off('2027-03-15', CONSTITUTION_DAY),
  off('2027-03-21', NAURYZ),
  off('2027-03-22', NAURYZ),
  off('2027-03-23', NAURYZ),
  offFor('2027-03-24', '21 наурыз', '21 марта'),
  off('2027-05-01', UNITY_DAY),
  offInFive('2027-05-03', '1 мамыр', '1 мая'),
  off('2027-05-07', DEFENDER_DAY),
  off('2027-05-09', VICTORY_DAY),
  offFor('2027-05-10', '9 мамыр', '9 мая'),
  off('2027-05-16', KURBAN_AIT),
  off('2027-07-06', CAPITAL_DAY),
  off('2027-10-25', REPUBLIC_DAY),
  off('2027-12-16', INDEPENDENCE_DAY),
]
