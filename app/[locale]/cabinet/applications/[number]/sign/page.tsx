import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { StatementText } from '@/components/application/statement-text'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { FileRow } from '@/components/ui/file-row'
import { PageTitle } from '@/components/ui/page-title'
import { signWithEds } from '@/lib/applications/parent/actions'
import { loadSigning } from '@/lib/applications/parent/loaders'
import type { SignPage } from '@/lib/applications/parent/sign-page'
import { applicationPath } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { signingMessages } from '@/lib/i18n/signing'
import { NotReady } from '../../../not-ready'
import { EgovSignature } from './egov-signature'
import { Signature } from './signature'

type Props = { params: Promise<{ locale: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: signingMessages[await loadLocale(params)].eds.title }
}

/** «Подписать с помощью ЭЦП»: the statement is read first, then one press signs and sends it. */
export default async function SignStatementPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const path = `/cabinet/applications/${number}/sign`
  const permalink = localePath(locale, path)
  const page = await loadSigning(locale, number)
  if (page.status === 'ready' && !page.data) redirect(localePath(locale, applicationPath(Number(number))))
  return (
    <CabinetPage locale={locale} path={path} current="applications">
      {page.status === 'ready' && page.data ? (
        <Sign locale={locale} page={page.data} permalink={permalink} />
      ) : (
        page.status !== 'ready' && (
          <NotReady locale={locale} page={page} forms={[{ action: signWithEds, permalink }]} />
        )
      )}
    </CabinetPage>
  )
}

function Sign({ locale, page, permalink }: { locale: Locale; page: SignPage; permalink: string }) {
  const t = signingMessages[locale].eds
  const { number, serviceName, statement } = page
  const { caption, title, backToList } = applicationMessages[locale]
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
      <div className="mt-4 max-w-reading">
        <PageTitle caption={caption(serviceName[locale], number)} lead={t.lead}>
          {t.title}
        </PageTitle>
        <StatementText statement={statement} />
        <FileRow
          name={t.pdf}
          href={page.document}
          format="PDF"
          note={applicationMessages[locale].statementMark(statement.revision, statement.mark)}
        />
        <Signature locale={locale} page={page} permalink={permalink} />
        {page.egovQr && <EgovSignature locale={locale} page={page} permalink={permalink} />}
      </div>
    </>
  )
}
