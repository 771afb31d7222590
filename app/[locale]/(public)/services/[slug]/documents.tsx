import { ButtonLink } from '@/components/ui/button'
import type { RequiredDocument, ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { publicMessages } from '@/lib/i18n/public'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { NumberedList, Section } from './section'

const MEGABYTE = 1024 * 1024

function DocumentBody({ locale, document }: { locale: Locale; document: RequiredDocument }) {
  const t = servicePageMessages[locale]
  const size = commonMessages[locale].megabytes(String(document.maxBytes / MEGABYTE))
  return (
    <>
      <h3>{document.title[locale]}</h3>
      {document.hint && <p>{document.hint[locale]}</p>}
      {document.requiredWhen && (
        <p>{document.requiredWhen === 'optional' ? t.documentOptional : t.documentWhen}</p>
      )}
      <p className="text-sm text-muted">{t.documentFile(document.types.join(', '), size)}</p>
    </>
  )
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
  return (
    <Section id="documents" title={t.documents}>
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
            body: <DocumentBody locale={locale} document={document} />,
          })),
        ]}
      />
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
