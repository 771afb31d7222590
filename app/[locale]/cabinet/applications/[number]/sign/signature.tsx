import { SignForm } from '@/components/eds/sign-form'
import { Notice } from '@/components/ui/notice'
import { signWithEds } from '@/lib/applications/parent/actions'
import type { SignPage } from '@/lib/applications/parent/sign-page'
import { applicationPath } from '@/lib/applications/schema'
import { takesNow } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { commonMessages } from '@/lib/i18n/common'
import { correctionMessages } from '@/lib/i18n/corrections'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { signingMessages } from '@/lib/i18n/signing'
import { windowSentence } from '@/lib/i18n/windows'

/** What the press does, and the press. */
export function Signature({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: SignPage
  permalink: string
}) {
  const t = signingMessages[locale].eds
  const ncaLayer = ncaLayerMessages[locale]
  const { to } = applicationMessages[locale].providers[page.provider]
  const correction = correctionMessages[locale].task
  const isOpen = page.isCorrection || takesNow(page.window)
  return (
    <section className="mt-8 rounded bg-mist p-4 sm:p-6">
      <div className="prose mb-4">
        {page.isCorrection && <p>{correction.eds}</p>}
        {!isOpen && <p className="font-bold">{windowSentence(page.window, locale)}</p>}
        {!isOpen && <p>{t.early(to)}</p>}
        {isOpen && !page.confirmed && <p>{t.unconfirmed}</p>}
        <p>{t.key(page.keys.iin)}</p>
        <p className="hidden scripted:block">{t.confirm}</p>
      </div>
      {page.keysPage && (
        <p className="mb-4 hidden scripted:block">
          {ncaLayer.demo}{' '}
          <a href={page.keysPage} target="_blank" rel="noreferrer">
            {ncaLayer.demoKeys}
          </a>
        </p>
      )}
      <SignForm
        target={{
          action: signWithEds,
          permalink,
          locale,
          formTexts: { ...formTexts(locale), refused: t.refused },
        }}
        hidden={{ number: String(page.number), statement: page.sha256 }}
        document={page.document}
        ncaLayer={page.ncaLayer}
        keys={page.keys}
        label={
          page.isCorrection
            ? correction.signAndSend(to)
            : isOpen && page.confirmed
              ? t.signAndSend(to)
              : t.sign
        }
        texts={ncaLayer}
      />
      <div className="scripted:hidden">
        <Notice tone="warn" title={commonMessages[locale].warning}>
          <p>{t.noScript}</p>
        </Notice>
      </div>
      <p className="mt-4">
        <a
          href={localePath(locale, applicationPath(page.number, page.isCorrection ? '/correct' : ''))}
          className="inline-block py-2"
        >
          {t.other}
        </a>
      </p>
    </section>
  )
}
