import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { chooseAtSchool, sendApplication, submitDraft } from '@/lib/applications/parent/actions'
import { type ApplicationPage, loadApplication } from '@/lib/applications/parent/loaders'
import { writeMessage } from '@/lib/applications/parent/talk-actions'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../not-ready'
import { Content } from './content'
import { Copying } from './copying'
import { Draft } from './draft'
import { Found } from './found'
import { headlineOf } from './headline'
import { Messages } from './messages'
import { Tracking } from './tracking'

type News = { document?: string | string[]; fault?: string | string[] }
/** `found`: somebody wanted a new application, and this one stood in its way. */
type Query = News & { found?: string | string[] }
type Props = {
  params: Promise<{ locale: string; number: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: applicationMessages[await loadLocale(params)].title }
}

export default async function ViewPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const { document, fault, found } = await searchParams
  const path = `/cabinet/applications/${number}`
  const permalink = localePath(locale, path)
  const page = await loadApplication(locale, number)
  const forms = [
    ...[submitDraft, chooseAtSchool, sendApplication].map((action) => ({ action, permalink })),
    { action: writeMessage, permalink: `${permalink}#messages` },
  ]
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' ? (
        <>
          {found !== undefined && <Found locale={locale} status={page.data.application.status} />}
          <View locale={locale} page={page.data} permalink={permalink} news={{ document, fault }} />
        </>
      ) : (
        <NotReady locale={locale} page={page} forms={forms} />
      )}
    </CabinetPage>
  )
}

function View({
  locale,
  page,
  permalink,
  news,
}: {
  locale: Locale
  page: ApplicationPage
  permalink: string
  news: News
}) {
  const t = applicationMessages[locale]
  const { application } = page
  const { title, lead } = headlineOf(page, locale)
  return (
    <>
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[{ href: localePath(locale, '/cabinet/applications'), label: t.backToList }]}
        current={t.title}
      />
      <div className="mt-4">
        <PageTitle caption={t.caption(application.service.name[locale], application.number)} lead={lead}>
          {title}
        </PageTitle>
      </div>
      {application.status === 'draft' ? (
        <Draft locale={locale} page={page} permalink={permalink} news={news} />
      ) : (
        <Tracking locale={locale} page={page} permalink={permalink} />
      )}
      {application.status !== 'draft' && <Messages locale={locale} page={page} permalink={permalink} />}
      <Content locale={locale} page={page} />
      {page.copy?.children && (
        <Copying
          locale={locale}
          number={application.number}
          permalink={permalink}
          family={page.copy.children}
        />
      )}
    </>
  )
}
