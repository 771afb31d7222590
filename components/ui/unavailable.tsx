import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { PageTitle } from './page-title'

/** A part of ours is down: what it means for the reader, and the number under which the log has it. */
export function Unavailable({ locale, requestId }: { locale: Locale; requestId: string }) {
  const t = commonMessages[locale].unavailable
  return (
    <>
      <PageTitle lead={t.text}>{t.title}</PageTitle>
      <p>
        {t.code} <code className="rounded bg-mist px-1.5 py-0.5 font-bold">{requestId}</code>
      </p>
    </>
  )
}
