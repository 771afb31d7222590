import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { saveWindow } from '@/lib/admin/services/actions'
import type { WindowPage } from '@/lib/admin/services/data'
import { loadWindow } from '@/lib/admin/services/loaders'
import { windowFields } from '@/lib/admin/services/schema'
import { closingOf } from '@/lib/admin/services/windows'
import { dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { type IntakeWindow, isCalledOff } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; slug: string; period: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminServiceMessages[await loadLocale(params)].windows.title }
}

export default async function IntakeWindowPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { slug, period } = await params
  const path = `/admin/services/${slug}/${period}`
  const permalink = localePath(locale, path)
  const page = await loadWindow(locale, slug, period)
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="services"
      page={page}
      forms={[{ action: saveWindow, permalink }]}
    >
      {(data) => <Window locale={locale} page={data} permalink={permalink} />}
    </AdminRoom>
  )
}

function Window({ locale, page, permalink }: { locale: Locale; page: WindowPage; permalink: string }) {
  const t = adminServiceMessages[locale]
  const { service, window } = page
  const title = window ? t.window.title(window.periodKey) : t.window.added
  const fields = windowFields({ isNew: window === null, hasAnswerBy: service.answerBy !== undefined })
  const mayCallOff = window !== null && !isCalledOff(window)
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[
          { href: localePath(locale, '/admin/services'), label: t.title },
          { href: localePath(locale, `/admin/services/${service.slug}`), label: service.name[locale] },
        ]}
        current={title}
      />
      <div className="mt-4">
        <PageTitle lead={t.window.lead}>{title}</PageTitle>
      </div>
      <FieldsForm
        action={saveWindow}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ slug: service.slug, period: window?.periodKey ?? 'new' }}
        fields={stepFields(fields, locale, window ? valuesOf(window) : FRESH, null)}
        after={mayCallOff && <p className="mb-4">{t.window.callOffText}</p>}
        buttons={[
          { label: t.window.save, variant: 'primary' },
          ...(mayCallOff
            ? [{ label: t.window.callOff, variant: 'secondary' as const, intent: 'callOff', unchecked: true }]
            : []),
        ]}
      />
    </div>
  )
}

const FRESH = { opensAt: '09:00', closesAt: '24:00' }

function valuesOf(window: IntakeWindow): Record<string, string> {
  const { opensAt, closesAt, answerBy, closedText } = window
  const closing = isCalledOff(window) ? { date: '', time: '24:00' } : closingOf(closesAt)
  return {
    opensOn: dateInAlmaty(opensAt),
    opensAt: timeInAlmaty(opensAt),
    closesOn: closing.date,
    closesAt: closing.time,
    answerBy: answerBy ?? '',
    'closed-kk': closedText?.kk ?? '',
    'closed-ru': closedText?.ru ?? '',
  }
}
