import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { saveDay } from '@/lib/admin/calendar/actions'
import { loadDay } from '@/lib/admin/calendar/loaders'
import { dayFields } from '@/lib/admin/calendar/schema'
import { formatDate } from '@/lib/domain/dates'
import { adminCalendarMessages } from '@/lib/i18n/admin-calendar'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; date: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminCalendarMessages[await loadLocale(params)].title }
}

export default async function CalendarDayPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { date } = await params
  const path = `/admin/calendar/${date}`
  const permalink = localePath(locale, path)
  const page = await loadDay(locale, date)
  const t = adminCalendarMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="calendar"
      page={page}
      forms={[{ action: saveDay, permalink }]}
    >
      {({ day }) => {
        const title = day ? formatDate(day.date, locale, 'long') : t.day.added
        const values: Record<string, string> = day
          ? { kind: day.kind, 'name-kk': day.name.kk, 'name-ru': day.name.ru }
          : {}
        return (
          <div className="max-w-reading">
            <Breadcrumb
              label={commonMessages[locale].breadcrumb}
              items={[{ href: localePath(locale, '/admin/calendar'), label: t.title }]}
              current={title}
            />
            <div className="mt-4">
              <PageTitle>{title}</PageTitle>
            </div>
            <FieldsForm
              action={saveDay}
              permalink={permalink}
              locale={locale}
              texts={formTexts(locale)}
              hidden={{ day: day?.date ?? 'new' }}
              fields={stepFields(dayFields(day === null), locale, values, null)}
              buttons={[
                { label: t.day.save, variant: 'primary' },
                ...(day
                  ? [
                      {
                        label: t.day.remove,
                        variant: 'secondary' as const,
                        intent: 'remove',
                        unchecked: true,
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        )
      }}
    </AdminRoom>
  )
}
