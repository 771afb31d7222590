import { correctedSlot, SIGNED_STATEMENT } from '@/lib/applications/document-slots'
import type { CorrectionPage } from '@/lib/applications/parent/correction-page'
import { statementPath } from '@/lib/domain/statement-path'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { Signing } from '../signing'

type News = { document?: string | string[]; fault?: string | string[] }

/** The new statement, in the ways that a draft is signed. */
export function SignAgain({
  locale,
  page,
  signing,
  permalink,
  news,
}: {
  locale: Locale
  page: CorrectionPage
  signing: NonNullable<CorrectionPage['signing']>
  permalink: string
  news: News
}) {
  const key = correctedSlot(SIGNED_STATEMENT.key)
  const { number, edsIsOpen, uploads } = page
  return (
    <div className="mb-8">
      <p className="mb-6 max-w-reading">{correctionMessages[locale].task.toSignText}</p>
      <Signing
        locale={locale}
        signing={{
          ...signing,
          number,
          edsIsOpen,
          statement: statementPath(number, signing.revision.ordinal),
          slot: { ...SIGNED_STATEMENT, key },
          upload: uploads.get(key) ?? null,
        }}
        permalink={permalink}
        news={news}
      />
    </div>
  )
}
