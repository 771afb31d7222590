import type { ReactNode } from 'react'
import { UploadField } from '@/components/documents/upload-field'
import { SignatureFile, StatementSigned } from '@/components/eds/statement-signed'
import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-row'
import { Icon } from '@/components/ui/icon'
import { SIGNED_STATEMENT } from '@/lib/applications/document-slots'
import { chooseAtSchool } from '@/lib/applications/parent/actions'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import type { Revision } from '@/lib/applications/revision'
import { applicationPath } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { signingMessages } from '@/lib/i18n/signing'
import { removing } from '../removing'

type Given = { locale: Locale; page: ApplicationPage; permalink: string }
type News = { document?: string | string[]; fault?: string | string[] }

/** The ways to sign, as equal cards; which of them was taken is said in its card. */
export function Signing({ locale, page, permalink, news }: Given & { news: News }) {
  const t = signingMessages[locale].sign
  const { application, organisation } = page
  if (!application.revision) return null
  return (
    <section aria-labelledby="sign">
      <h2 id="sign" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-1 mb-4">{t.lead}</p>
      {/* On a phone paper comes first: NCALayer runs on computers only. */}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="order-last grid gap-4 lg:order-none">
          <ByEds locale={locale} page={page} revision={application.revision} />
          {organisation?.signAtSchool && <AtSchool locale={locale} page={page} permalink={permalink} />}
        </div>
        <OnPaper locale={locale} page={page} news={news} revision={application.revision} />
      </div>
    </section>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded border border-line-soft p-4 sm:p-6">
      <h3 className="mb-3 text-lg">{title}</h3>
      {children}
    </section>
  )
}

function ByEds({ locale, page, revision }: { locale: Locale; page: ApplicationPage; revision: Revision }) {
  const t = signingMessages[locale].sign
  const href = localePath(locale, applicationPath(page.application.number, '/sign'))
  if (!page.edsIsOpen)
    return (
      <Card title={t.edsTitle}>
        <p>{t.edsClosed}</p>
      </Card>
    )
  return (
    <Card title={t.edsTitle}>
      {revision.eds ? (
        <>
          <StatementSigned
            locale={locale}
            eds={revision.eds}
            todo={signingMessages[locale].signed.refutedDraft}
          />
          <div className="mt-3">
            <FileRow
              name={applicationMessages[locale].statement}
              href={`/api/papers/statement/${page.application.number}`}
              format="PDF"
            />
            <SignatureFile locale={locale} eds={revision.eds} number={page.application.number} isKnown />
          </div>
          <p className="mt-3">
            <a href={href} className="inline-block py-2">
              {t.edsAgain}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="mb-4">{t.edsNeeds}</p>
          <ButtonLink variant="secondary" href={href}>
            {t.eds}
          </ButtonLink>
        </>
      )}
    </Card>
  )
}

function OnPaper({
  locale,
  page,
  news,
  revision,
}: {
  locale: Locale
  page: ApplicationPage
  news: News
  revision: Revision
}) {
  const t = signingMessages[locale].sign
  const { number } = page.application
  return (
    <Card title={t.paper}>
      <ol className="space-y-5">
        <Numbered n={1}>
          <ButtonLink variant="secondary" href={`/api/papers/statement/${number}`}>
            {t.download}
          </ButtonLink>
        </Numbered>
        <Numbered n={2}>
          <p className="font-bold">{t.scan}</p>
          <p>{t.scanHint}</p>
          <p>{t.mark(revision.mark)}</p>
        </Numbered>
        <Numbered n={3}>
          <p className="mb-3 font-bold">{t.attach}</p>
          {page.upload && (
            <div className="-mb-6 -ml-11 sm:ml-0">
              <UploadField
                locale={locale}
                slot={SIGNED_STATEMENT}
                upload={page.upload}
                current={page.signedStatement ?? undefined}
                news={news}
                remove={{ action: removing(locale), number }}
              />
            </div>
          )}
        </Numbered>
      </ol>
    </Card>
  )
}

function Numbered({ n, children }: { n: number; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className="flex size-8 items-center justify-center rounded-full bg-brand font-bold text-on-brand"
      >
        {n}
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  )
}

function AtSchool({ locale, page, permalink }: Given) {
  const t = signingMessages[locale].sign
  const { application, organisation } = page
  if (!organisation) return null
  const { at } = applicationMessages[locale].providers[organisation.kind]
  return (
    <Card title={t.atSchool(at)}>
      <p>{t.atSchoolText(organisation.shortName[locale], organisation.address[locale])}</p>
      <p className="mt-2 mb-4">{t.atSchoolNote}</p>
      {application.revision?.signedBy === 'atSchool' ? (
        <p className="flex gap-2 font-bold text-ok">
          <Icon name="check" className="mt-[0.2em]" />
          <span>{t.chosenAtSchool(at)}</span>
        </p>
      ) : (
        <FieldsForm
          action={chooseAtSchool}
          permalink={permalink}
          locale={locale}
          texts={formTexts(locale)}
          hidden={{ number: String(application.number) }}
          buttons={[{ label: t.chooseAtSchool(at), variant: 'secondary' }]}
        />
      )}
    </Card>
  )
}
