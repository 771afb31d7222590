import { EgovQr } from '@/components/eds/egov-qr'
import { signWithEds } from '@/lib/applications/parent/actions'
import type { SignPage } from '@/lib/applications/parent/sign-page'
import { takesNow } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { egovQrMessages } from '@/lib/i18n/egov-qr'
import { formTexts } from '@/lib/i18n/forms'
import { signingMessages } from '@/lib/i18n/signing'

/** The way by phone, where the operator offers it: said before it begins is whom the statement passes. */
export function EgovSignature({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: SignPage
  permalink: string
}) {
  const { sends, ...t } = egovQrMessages[locale]
  const { to } = applicationMessages[locale].providers[page.provider]
  return (
    <section
      id="egov"
      aria-labelledby="egov-title"
      className="mt-6 hidden rounded border border-line-soft p-4 sm:p-6 scripted:block"
    >
      <h2 id="egov-title" className="mb-3 text-lg">
        {t.title}
      </h2>
      <div className="prose">
        <p>{t.lead}</p>
        <p>{t.thirdParty}</p>
        {takesNow(page.window) && page.confirmed && <p>{sends(to)}</p>}
      </div>
      <EgovQr
        target={{
          action: signWithEds,
          permalink: `${permalink}#egov`,
          locale,
          formTexts: { ...formTexts(locale), refused: signingMessages[locale].eds.refused },
        }}
        hidden={{ number: String(page.number), statement: page.sha256 }}
        steps={`/api/egov-qr/${page.number}`}
        texts={t}
      />
    </section>
  )
}
