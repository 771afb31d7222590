import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { submitDraft } from '@/lib/applications/parent/actions'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { maySend } from '@/lib/applications/revision'
import { applicationPath } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { signingMessages } from '@/lib/i18n/signing'
import { windowMessages } from '@/lib/i18n/windows'
import { Missed, Sending } from './sending'
import { draftToSign, Signing } from './signing'

type News = { document?: string | string[]; fault?: string | string[] }

/** Not sent yet: sign and send, or first go on with the form. */
export function Draft({
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
  const { replaced } = signingMessages[locale]
  const { application, isRemade, isOutdated, window } = page
  const signing = draftToSign(page)
  const isSigned = application.revision !== null && maySend(application.revision)
  const href = (rest: string) => localePath(locale, applicationPath(application.number, rest))
  if (window.kind === 'closed')
    return (
      <div className="mb-10">
        <Missed locale={locale} page={page} />
        <p className="mt-6">
          <a href={href('/cancel')} className="inline-block py-2">
            {t.cancel}
          </a>
        </p>
      </div>
    )
  if (window.kind === 'off')
    return (
      <div className="mb-10 max-w-reading">
        <p>{windowMessages[locale].draftsStay}</p>
        <p className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
          <a href={href('/edit')} className="py-2">
            {t.edit}
          </a>
          <a href={href('/cancel')} className="py-2">
            {t.cancel}
          </a>
        </p>
      </div>
    )
  return (
    <div className="mb-10">
      {!application.revision && !isRemade && <ButtonLink href={href('/edit')}>{t.resume}</ButtonLink>}
      {!application.revision && isRemade && <Remake locale={locale} page={page} permalink={permalink} />}
      {application.revision && isOutdated && <Remake locale={locale} page={page} permalink={permalink} />}
      {application.revision && !isOutdated && (
        <>
          {isRemade && !application.revision.signedBy && (
            <div className="mb-6 max-w-reading">
              <Notice tone="warn" title={replaced.title}>
                <p>{replaced.text}</p>
              </Notice>
            </div>
          )}
          {/* What is to be done next comes first. */}
          <div className="space-y-8">
            {isSigned && <Sending locale={locale} page={page} permalink={permalink} />}
            {signing && <Signing locale={locale} signing={signing} permalink={permalink} news={news} />}
            {!isSigned && <Sending locale={locale} page={page} permalink={permalink} />}
          </div>
        </>
      )}
      <p className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
        {(application.revision || isRemade) && (
          <a href={href('/edit')} className="py-2">
            {t.edit}
          </a>
        )}
        <a href={href('/cancel')} className="py-2">
          {t.cancel}
        </a>
      </p>
    </div>
  )
}

function Remake({ locale, page, permalink }: { locale: Locale; page: ApplicationPage; permalink: string }) {
  return (
    <FieldsForm
      action={submitDraft}
      permalink={permalink}
      locale={locale}
      texts={formTexts(locale)}
      hidden={{ number: String(page.application.number) }}
      buttons={[{ label: applicationMessages[locale].remake, variant: 'primary' }]}
    />
  )
}
