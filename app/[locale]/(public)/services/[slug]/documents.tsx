import { ButtonLink } from '@/components/ui/button'
import type { RequiredDocument, ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { publicMessages } from '@/lib/i18n/public'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { NumberedList, Section } from './section'
import { whenNeeded } from './when-needed'

const MEGABYTE = 1024 * 1024

function fileOf({ types, maxBytes }: RequiredDocument, locale: Locale): string {
  const size = commonMessages[locale].megabytes(String(maxBytes / MEGABYTE))
  return servicePageMessages[locale].documentFile(types.join(', '), size)
}

/** What most of the documents may be is said once; the others say their own. */
function commonFile({ documents }: ServiceDefinition, locale: Locale): string {
  const files = documents.map((document) => fileOf(document, locale))
  const often = (file: string) => files.filter((each) => each === file).length
  return files.toSorted((a, b) => often(b) - often(a))[0] ?? ''
}

/** The statement stands first, as in the law's lists; it is made by the platform and needs no file beforehand. */
export function Documents({
  locale,
  service,
  applyHref,
}: {
  locale: Locale
  service: ServiceDefinition
  applyHref: string
}) {
  const t = servicePageMessages[locale]
  const usual = commonFile(service, locale)
  return (
    <Section id="documents" title={t.documents}>
      <div className="mb-6 rounded bg-mist p-4 sm:p-6">
        <p className="font-bold">{t.need}</p>
        <ul className="mt-2 list-disc space-y-1 pl-6">
          <li>{t.needFill}</li>
          <li>{t.needAttach}</li>
          <li>{t.needSign}</li>
        </ul>
        <p className="mt-3 text-sm text-muted">{t.edsNeeds}</p>
      </div>
      <NumberedList
        items={[
          {
            key: 'statement',
            body: (
              <>
                <h3>{t.statement}</h3>
                <p>{t.statementAbout}</p>
              </>
            ),
          },
          ...service.documents.map((document) => ({
            key: document.key,
            body: (
              <>
                <h3>{document.title[locale]}</h3>
                {document.hint && <p>{document.hint[locale]}</p>}
                {whenNeeded(service, document, locale).map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                {fileOf(document, locale) !== usual && (
                  <p className="text-sm text-muted">{fileOf(document, locale)}</p>
                )}
              </>
            ),
          })),
        ]}
      />
      {usual && <p className="mt-4 text-sm text-muted">{usual}</p>}
      <ButtonLink href={applyHref} className="mt-6 w-full sm:w-auto">
        {publicMessages[locale].apply}
      </ButtonLink>
      <p className="mt-8">{t.channelsTitle}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-3">
        {service.channels.map((channel) => (
          <li key={channel} className="rounded border border-line-soft px-3 py-3 font-bold">
            {t.channels[channel]}
          </li>
        ))}
      </ul>
    </Section>
  )
}
