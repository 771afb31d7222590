import { FieldsForm } from '@/components/form/fields-form'
import { sendCorrection } from '@/lib/applications/parent/correction-actions'
import type { CorrectionPage } from '@/lib/applications/parent/correction-page'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { correctionMessages } from '@/lib/i18n/corrections'
import { formTexts } from '@/lib/i18n/forms'

/** «Отправить исправленное»; where the statement says something else now, it is signed before. */
export function Resend({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: CorrectionPage
  permalink: string
}) {
  const t = correctionMessages[locale].task
  const { number, version, provider, isToSign, isToTick, signing } = page
  const { to } = applicationMessages[locale].providers[provider]
  const isNext = isToSign && !signing
  const text = signing ? t.sendSigned : isToSign ? t.toSignText : isToTick ? t.ticking : undefined
  return (
    <section id="send" className="mb-8 max-w-reading rounded bg-mist p-4 sm:p-6">
      <h2 className="mb-2 text-lg">{t.send}</h2>
      {text && <p className="mb-4">{text}</p>}
      <FieldsForm
        action={sendCorrection}
        permalink={`${permalink}#send`}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ number: String(number), version: String(version) }}
        fields={isToTick ? [{ name: 'tick', kind: 'checkbox', label: t.tick }] : []}
        buttons={[{ label: isNext ? t.toSign : t.sendTo(to), variant: 'primary' }]}
      />
    </section>
  )
}
