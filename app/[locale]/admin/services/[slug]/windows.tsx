import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusTag } from '@/components/ui/status-tag'
import type { ServicePage } from '@/lib/admin/services/data'
import { closingOf } from '@/lib/admin/services/windows'
import { formatDate, formatDateTime } from '@/lib/domain/dates'
import { type IntakeWindow, isCalledOff, windowState } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'
import { localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'

const LOOKS = {
  open: { tone: 'ok', icon: 'check' },
  ahead: { tone: 'info', icon: 'clock' },
  past: { tone: 'neutral', icon: 'clock' },
  off: { tone: 'warn', icon: 'cross' },
} as const

function stateOf(window: IntakeWindow): keyof typeof LOOKS {
  if (isCalledOff(window)) return 'off'
  const { kind } = windowState([window], now())
  return kind === 'open' ? 'open' : kind === 'before' ? 'ahead' : 'past'
}

/** When the service takes applications, year by year. */
export function Windows({ locale, page }: { locale: Locale; page: ServicePage }) {
  const t = adminServiceMessages[locale].windows
  const { service, windows } = page
  const href = (period: string) => localePath(locale, `/admin/services/${service.slug}/${period}`)
  return (
    <section>
      <h2 className="mb-2 text-lg">{t.title}</h2>
      {!service.usualWindow && <p>{t.allYear}</p>}
      {service.usualWindow && (
        <>
          <p className="mb-4 max-w-reading">{t.lead}</p>
          {windows.length === 0 ? (
            <EmptyState title={t.none} text={t.noneText} />
          ) : (
            <DataTable
              caption={t.title}
              columns={[
                { key: 'year', header: t.year },
                { key: 'opens', header: t.opens },
                { key: 'closes', header: t.closes },
                { key: 'answerBy', header: t.answerBy },
                { key: 'state', header: t.state },
              ]}
              rows={windows.map((window) => {
                const state = stateOf(window)
                const closing = closingOf(window.closesAt)
                return {
                  id: window.periodKey,
                  cells: {
                    year: (
                      <a href={href(window.periodKey)} className="inline-block py-1">
                        {window.periodKey}
                        <span className="sr-only">: {t.change}</span>
                      </a>
                    ),
                    opens: state === 'off' ? null : formatDateTime(window.opensAt, locale),
                    closes:
                      state === 'off' ? null : `${formatDate(closing.date, locale, 'short')} ${closing.time}`,
                    answerBy:
                      state !== 'off' && window.answerBy
                        ? formatDate(window.answerBy, locale, 'short')
                        : null,
                    state: <StatusTag {...LOOKS[state]}>{t.states[state]}</StatusTag>,
                  },
                }
              })}
            />
          )}
          <p className="mt-6">
            <ButtonLink variant="secondary" href={href('new')}>
              {t.add}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  )
}
