import type { Locale } from './text'

/** A day of the Gregorian calendar without a time: ISO `YYYY-MM-DD`, years 0001–9999. Sorts as text. */
export type DateOnly = string

/** Parts of a date; `month` and `day` count from 1. */
export type DateParts = { day: number; month: number; year: number }

/** ISO day of the week: Monday = 1 … Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY_MS = 86_400_000

// Own tables: Intl writes Kazakh dates as «2026 ж. 1 қыркүйек» and capitalises months that stand alone,
// while official papers say «2026 жылғы 1 қыркүйек».
const MONTHS: Record<Locale, readonly string[]> = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
}

const WEEKDAYS: Record<Locale, Record<Weekday, string>> = {
  kk: { 1: 'дүйсенбі', 2: 'сейсенбі', 3: 'сәрсенбі', 4: 'бейсенбі', 5: 'жұма', 6: 'сенбі', 7: 'жексенбі' },
  ru: {
    1: 'понедельник',
    2: 'вторник',
    3: 'среда',
    4: 'четверг',
    5: 'пятница',
    6: 'суббота',
    7: 'воскресенье',
  },
}

/** The date of these parts (`month` from 1), or null when there is no such day. */
export function dateOnly(year: number, month: number, day: number): DateOnly | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return real ? at.toISOString().slice(0, 10) : null
}

/** A date typed into three inputs: day and month of 1–2 digits, year of 4. Null when it is no date. */
export function parseDateParts(day: string, month: string, year: string): DateOnly | null {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^[1-9]\d{3}$/.test(y)) return null
  return dateOnly(Number(y), Number(m), Number(d))
}

export function isDateOnly(value: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return found !== null && dateOnly(Number(found[1]), Number(found[2]), Number(found[3])) !== null
}

/** @throws RangeError when the text is no date: a fault of the program, people's input passes `parseDateParts`. */
export function dateParts(date: DateOnly): DateParts {
  if (!isDateOnly(date)) throw new RangeError(`not a date: ${date}`)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Days since 1970-01-01. @throws RangeError when the text is no date. */
function dayNumber(date: DateOnly): number {
  if (!isDateOnly(date)) throw new RangeError(`not a date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The date `days` calendar days later (earlier when negative). @throws RangeError outside years 1–9999. */
export function addDays(date: DateOnly, days: number): DateOnly {
  const moved = new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10)
  if (!isDateOnly(moved)) throw new RangeError(`no such day: ${date} + ${days}`)
  return moved
}

/** The same day of the month `months` later; the last one of a month that has no such day. */
export function addMonths(date: DateOnly, months: number): DateOnly {
  const { year, month, day } = dateParts(date)
  const index = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1]
  for (let last = day; ; last--) {
    const found = dateOnly(inYear, inMonth, last)
    if (found) return found
    if (last < 28) throw new RangeError(`no such day: ${date} + ${months} months`)
  }
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
  return dayNumber(to) - dayNumber(from)
}

export function weekday(date: DateOnly): Weekday {
  // 1970-01-01 was a Thursday; the second modulo keeps days before it positive.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** Full years of age on `date`; who was born on 29 February comes of age on 1 March of a common year. */
export function ageOn(birth: DateOnly, date: DateOnly): number {
  const years = dateParts(date).year - dateParts(birth).year
  return date.slice(5) < birth.slice(5) ? years - 1 : years
}

/** School year of a day, `2026-2027`; it starts on 1 September. */
export function schoolYearOf(date: DateOnly): string {
  const { year, month } = dateParts(date)
  const start = month >= 9 ? year : year - 1
  return `${start}-${start + 1}`
}

/**
 * The school year that an application of this day is for: lessons end on 25 May, so that from June on
 * people apply for the coming one.
 */
export function schoolYearAhead(date: DateOnly): string {
  const { year, month } = dateParts(date)
  const start = month >= 6 ? year : year - 1
  return `${start}-${start + 1}`
}

// Asia/Almaty is the time of the whole country since 2024-03-01 (UTC+5); older instants keep their UTC+6.
const almatyClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Almaty',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What the clock in Almaty shows: `YYYY-MM-DDTHH:mm:ss`. @throws RangeError for an invalid Date. */
function almatyWall(instant: Date): string {
  const parts = new Map(almatyClock.formatToParts(instant).map((part) => [part.type, part.value]))
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}:${get('second')}`
}

/** The day in Asia/Almaty. */
export function dateInAlmaty(instant: Date): DateOnly {
  return almatyWall(instant).slice(0, 10)
}

/** The time in Asia/Almaty, `HH:mm`. */
export function timeInAlmaty(instant: Date): string {
  return almatyWall(instant).slice(11, 16)
}

/** The time in Asia/Almaty to the thousandth of a second, `HH:mm:ss.SSS`: by it places in a queue are told apart. */
export function exactTimeInAlmaty(instant: Date): string {
  return `${almatyWall(instant).slice(11)}.${String(instant.getUTCMilliseconds()).padStart(3, '0')}`
}

/**
 * The instant at which the clock in Asia/Almaty shows this day and time (`HH:mm`). Of an hour that
 * came twice (29 February 2024, 23:00–23:59) it is the second. @throws RangeError for what is no time.
 */
export function almatyInstant(date: DateOnly, time: string): Date {
  if (!isDateOnly(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new RangeError(`not a time: ${date} ${time}`)
  }
  const wall = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (ms: number) => Date.parse(`${almatyWall(new Date(ms))}Z`) - ms
  return new Date(wall - offsetAt(wall - offsetAt(wall)))
}

/**
 * `long`: «20 августа 2021 года», «2021 жылғы 20 тамыз». `short`: «20.08.2021».
 * `weekday`: «24 ноября (вторник)», «24 қараша (сейсенбі)»; in brackets it needs no case after «до».
 */
export function formatDate(date: DateOnly, locale: Locale, style: 'long' | 'short' | 'weekday'): string {
  const { day, month, year } = dateParts(date)
  const dayAndMonth = `${day} ${MONTHS[locale][month - 1] ?? ''}`
  switch (style) {
    case 'short':
      return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
    case 'weekday':
      return `${dayAndMonth} (${WEEKDAYS[locale][weekday(date)]})`
    case 'long':
      return locale === 'kk' ? `${year} жылғы ${dayAndMonth}` : `${dayAndMonth} ${year} года`
  }
}

/** «31 августа», «31 тамыз»: a day of any year, given as `MM-DD`. */
export function formatMonthDay(monthDay: string, locale: Locale): string {
  return `${Number(monthDay.slice(3))} ${MONTHS[locale][Number(monthDay.slice(0, 2)) - 1] ?? ''}`
}

/** «19.08.2021 15:00», in the time of Asia/Almaty. */
export function formatDateTime(instant: Date, locale: Locale): string {
  return `${formatDate(dateInAlmaty(instant), locale, 'short')} ${timeInAlmaty(instant)}`
}
