import type { ReactNode } from 'react'
import { UploadField } from '@/components/documents/upload-field'
import { SignatureFile, StatementSigned } from '@/components/eds/statement-signed'
import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-row'
import { Icon } from '@/components/ui/icon'
import { SIGNED_STATEMENT, type Slot } from '@/lib/applications/document-slots'
import type { AttachedDocument } from '@/lib/applications/documents'
import { chooseAtSchool } from '@/lib/applications/parent/actions'
import type { ApplicationPage, UploadForm } from '@/lib/applications/parent/loaders'
import type { Revision } from '@/lib/applications/revision'
import { applicationPath } from '@/lib/applications/schema'
import { statementPath } from '@/lib/domain/statement-path'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { signingMessages } from '@/lib/i18n/signing'
import type { Organisation } from '@/lib/organisations/data'
import { removing } from '../removing'

/** The statement that is signed: of a draft, or of a correction, whose files have slots of their own. */
export type ToSign = {
  number: number
  revision: Revision
  /** Where its PDF is. */
  statement: string
  organisation: Organisation | null
  maySignThere: boolean
  edsIsOpen: boolean
  slot: Slot
  upload: UploadForm | null
  scan: AttachedDocument | null
}
type Given = { locale: Locale; signing: ToSign; permalink: string }
type News = { document?: string | string[]; fault?: string | string[] }

export function draftToSign(page: ApplicationPage): ToSign | null {
  const { application, organisation, edsIsOpen, upload, signedStatement } = page
  const { number, revision } = application
  if (!revision) return null
  const maySignThere = organisation?.signAtSchool === true
  const files = { slot: SIGNED_STATEMENT, upload, scan: signedStatement }
  return {
    number,
    revision,
    statement: statementPath(number),
    organisation,
    maySignThere,
    edsIsOpen,
    ...files,
  }
}

/** The ways to sign, as equal cards; which of them was taken is said in its card. */
export function Signing({ locale, signing, permalink, news }: Given & { news: News }) {
  const t = signingMessages[locale].sign
  return (
    <section aria-labelledby="sign">
      <h2 id="sign" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-1 mb-4">{t.lead}</p>
      {/* On a phone paper comes first: NCALayer runs on computers only. */}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="order-last grid gap-4 lg:order-none">
          <ByEds locale={locale} signing={signing} />
          {signing.maySignThere && <AtSchool locale={locale} signing={signing} permalink={permalink} />}
        </div>
        <OnPaper locale={locale} signing={signing} news={news} />
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

function ByEds({ locale, signing }: { locale: Locale; signing: ToSign }) {
  const t = signingMessages[locale].sign
  const { number, revision, edsIsOpen } = signing
  const href = localePath(locale, applicationPath(number, '/sign'))
  if (!edsIsOpen)
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
            <FileRow name={applicationMessages[locale].statement} href={signing.statement} format="PDF" />
            <SignatureFile locale={locale} eds={revision.eds} number={number} isKnown />
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

function OnPaper({ locale, signing, news }: { locale: Locale; signing: ToSign; news: News }) {
  const t = signingMessages[locale].sign
  const { number, revision, upload, slot, scan } = signing
  return (
    <Card title={t.paper}>
      <ol className="space-y-5">
        <Numbered n={1}>
          <ButtonLink variant="secondary" href={signing.statement}>
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
          {upload && (
            <div className="-mb-6 -ml-11 sm:ml-0">
              <UploadField
                locale={locale}
                slot={slot}
                upload={upload}
                current={scan ?? undefined}
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

function AtSchool({ locale, signing, permalink }: Given) {
  const t = signingMessages[locale].sign
  const { number, revision, organisation } = signing
  if (!organisation) return null
  const { at } = applicationMessages[locale].providers[organisation.kind]
  return (
    <Card title={t.atSchool(at)}>
      <p>{t.atSchoolText(organisation.shortName[locale], organisation.address[locale])}</p>
      <p className="mt-2 mb-4">{t.atSchoolNote}</p>
      {revision.signedBy === 'atSchool' ? (
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
          hidden={{ number: String(number) }}
          buttons={[{ label: t.chooseAtSchool(at), variant: 'secondary' }]}
        />
      )}
    </Card>
  )
}
