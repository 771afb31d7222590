import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusTag } from '@/components/ui/status-tag'
import type { CalendarPage } from '@/lib/admin/calendar/data'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminCalendarMessages } from '@/lib/i18n/admin-calendar'
import { localePath } from '@/lib/i18n/locale'

type Given = { locale: Locale; page: CalendarPage }

// A holiday is nothing bad: only what differs from week to week is to catch the eye.
const LOOKS = {
  off: { tone: 'neutral', icon: 'cross' },
  offInFive: { tone: 'info', icon: 'cross' },
  working: { tone: 'ok', icon: 'check' },
} as const

/** Where the year departs from the plain week. */
export function Days({ locale, page }: Given) {
  const t = adminCalendarMessages[locale]
  return (
    <section>
      <h2 className="mb-3 text-lg">{t.days(page.year)}</h2>
      {page.days.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <DataTable
          caption={t.days(page.year)}
          columns={[
            { key: 'date', header: t.date },
            { key: 'name', header: t.name },
            { key: 'kind', header: t.kind },
          ]}
          rows={page.days.map(({ date, kind, name }) => ({
            id: date,
            cells: {
              date: (
                <a href={localePath(locale, `/admin/calendar/${date}`)} className="inline-block py-1">
                  {formatDate(date, locale, 'weekday')}
                  <span className="sr-only">: {t.change}</span>
                </a>
              ),
              name: name[locale],
              kind: <StatusTag {...LOOKS[kind]}>{t.kinds[kind]}</StatusTag>,
            },
          }))}
        />
      )}
      <p className="mt-6">
        <ButtonLink variant="secondary" href={localePath(locale, '/admin/calendar/new')}>
          {t.add}
        </ButtonLink>
      </p>
    </section>
  )
}

/** What the days above make of each month: a slip is seen here first. */
export function Months({ locale, page }: Given) {
  const t = adminCalendarMessages[locale]
  const names = t.monthNames.split(' ')
  const sum = (week: 5 | 6) => page.months.reduce((all, { days }) => all + (days?.[week] ?? 0), 0)
  return (
    <section>
      <h2 className="mb-3 text-lg">{t.months}</h2>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t.months}</caption>
        <thead>
          <tr>
            {[t.month, t.five, t.six].map((header, at) => (
              <th
                key={header}
                scope="col"
                className={`border-b-2 border-line py-2 align-bottom text-sm ${at > 0 ? 'pl-2 text-right' : ''}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.months.map(({ month, days }) => (
            <tr key={month} className="border-b border-line-soft">
              <th scope="row" className="py-1.5 font-normal first-letter:uppercase">
                {names[month - 1]}
              </th>
              {days ? (
                ([5, 6] as const).map((week) => (
                  <td key={week} className="py-1.5 pl-2 text-right tabular-nums">
                    {days[week]}
                  </td>
                ))
              ) : (
                <td colSpan={2} className="py-1.5 pl-2 text-right text-muted">
                  {t.beyond}
                </td>
              )}
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5">
              {t.year}
            </th>
            {([5, 6] as const).map((week) => (
              <td key={week} className="py-1.5 pl-2 text-right font-bold tabular-nums">
                {sum(week)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
