import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { chooseAtSchool } from '@/lib/applications/parent/actions'
import { saveCorrectedAnswers, sendCorrection } from '@/lib/applications/parent/correction-actions'
import { type CorrectionPage, loadCorrection } from '@/lib/applications/parent/correction-page'
import { maySend } from '@/lib/applications/revision'
import { applicationPath } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { commonMessages } from '@/lib/i18n/common'
import { correctionMessages } from '@/lib/i18n/corrections'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../../not-ready'
import { termOf } from '../correction-task'
import { Items } from './items'
import { Resend } from './resend'
import { SignAgain } from './sign-again'

type News = { document?: string | string[]; fault?: string | string[] }
type Props = { params: Promise<{ locale: string; number: string }>; searchParams: Promise<News> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: correctionMessages[await loadLocale(params)].task.title }
}

/** Only what the school asked about, each thing with its reason; then it is sent, or signed and sent. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const { document, fault } = await searchParams
  const path = `/cabinet/applications/${number}/correct`
  const permalink = localePath(locale, path)
  const page = await loadCorrection(locale, number)
  // Sent, cancelled, or gone on with by the school: there the applicant reads how things stand.
  if (page.status === 'ready' && page.data === null)
    redirect(localePath(locale, applicationPath(Number(number))))
  const forms = [saveCorrectedAnswers, sendCorrection, chooseAtSchool].map((action) => ({
    action,
    permalink,
  }))
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' ? (
        page.data && (
          <Correct locale={locale} page={page.data} permalink={permalink} news={{ document, fault }} />
        )
      ) : (
        <NotReady locale={locale} page={page} forms={forms} />
      )}
    </CabinetPage>
  )
}

export type Given = { locale: Locale; page: CorrectionPage; permalink: string; news: News }

function Correct({ locale, page, permalink, news }: Given) {
  const t = correctionMessages[locale].task
  const { backToList, caption, title, providers } = applicationMessages[locale]
  const { number, serviceName, signing } = page
  const isSigned = signing !== null && maySend(signing.revision)
  return (
    <>
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[
          { href: localePath(locale, '/cabinet/applications'), label: backToList },
          { href: localePath(locale, applicationPath(number)), label: title },
        ]}
        current={t.title}
      />
      <div className="mt-4">
        <PageTitle caption={caption(serviceName[locale], number)} lead={termOf(page, locale)}>
          {signing && !isSigned ? t.signTitle : t.title}
        </PageTitle>
      </div>
      {signing ? (
        <>
          {isSigned && <Resend locale={locale} page={page} permalink={permalink} />}
          <SignAgain locale={locale} page={page} signing={signing} permalink={permalink} news={news} />
          <Details summary={t.change}>
            <Items locale={locale} page={page} permalink={permalink} news={news} />
          </Details>
        </>
      ) : (
        <>
          <p className="mb-6 max-w-reading">{`${t.rules} ${t.savedAlone(providers[page.provider].who)}`}</p>
          <Items locale={locale} page={page} permalink={permalink} news={news} />
          <Resend locale={locale} page={page} permalink={permalink} />
        </>
      )}
    </>
  )
}
