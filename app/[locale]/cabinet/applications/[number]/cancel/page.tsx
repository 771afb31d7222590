import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { cancelApplication } from '@/lib/applications/parent/actions'
import { type CancelPage, loadCancel } from '@/lib/applications/parent/loaders'
import { applicationPath } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../../not-ready'

type Props = { params: Promise<{ locale: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: applicationMessages[await loadLocale(params)].cancel }
}

/** Asks before an application is withdrawn or a draft is gone. */
export default async function CancelApplicationPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const path = `/cabinet/applications/${number}/cancel`
  const permalink = localePath(locale, path)
  const page = await loadCancel(locale, number)
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' ? (
        <Ask locale={locale} page={page.data} permalink={permalink} />
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: cancelApplication, permalink }]} />
      )}
    </CabinetPage>
  )
}

function Ask({ locale, page, permalink }: { locale: Locale; page: CancelPage; permalink: string }) {
  const t = cabinetMessages[locale].cancel
  const { number, serviceName, childName, can } = page
  const back = localePath(locale, applicationPath(number))
  if (can === 'nothing') {
    return (
      <>
        <PageTitle lead={t.tooLateText}>{t.tooLate}</PageTitle>
        <ButtonLink href={back}>{t.toApplication}</ButtonLink>
      </>
    )
  }
  const isDraft = can === 'delete'
  return (
    <div className="max-w-reading">
      <PageTitle
        caption={[serviceName[locale], childName].filter(Boolean).join(' · ')}
        lead={isDraft ? t.draftText : t.text}
      >
        {isDraft ? t.draftTitle(number) : t.title(number)}
      </PageTitle>
      <FieldsForm
        action={cancelApplication}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ number: String(number) }}
        buttons={[{ label: isDraft ? t.draftConfirm : t.confirm, variant: 'danger' }]}
      />
      <p className="mt-4">
        <a href={back} className="inline-block py-2">
          {t.keep}
        </a>
      </p>
    </div>
  )
}
