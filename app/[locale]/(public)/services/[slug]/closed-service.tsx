import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { Locale } from '@/lib/domain/text'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { NumberedList, Section } from './section'
import { WHERE_TO_GO, WHERE_TO_GO_OTHERWISE } from './where-to-go'

/** A name of the catalogue without a definition: what is so, and what to do instead. */
export function ClosedService({ locale, slug, name }: { locale: Locale; slug: string; name: string }) {
  const t = servicePageMessages[locale]
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <div className="max-w-reading">
        <Notice tone="warn" title={t.closedTitle}>
          <p>{t.closedText}</p>
        </Notice>
      </div>
      <Section id="instead" title={t.instead}>
        <NumberedList
          items={[(WHERE_TO_GO[slug] ?? WHERE_TO_GO_OTHERWISE)[locale], t.insteadCheck].map((text) => ({
            key: text,
            body: text,
          }))}
        />
      </Section>
    </>
  )
}
