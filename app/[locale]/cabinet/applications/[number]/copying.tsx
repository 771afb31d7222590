import { FieldsForm } from '@/components/form/fields-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Again as AgainOffer, CopyOffer } from '@/lib/applications/parent/copying'
import { applyAlike } from '@/lib/applications/parent/family-actions'
import { applicationPath } from '@/lib/applications/schema'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { windowSentence } from '@/lib/i18n/windows'

type Given = { locale: Locale; number: number; permalink: string }

const formOf = (locale: Locale) => ({ action: applyAlike, locale, texts: formTexts(locale) })

/** «Подать снова с моими данными» in one press, after a refusal, a withdrawal or an annulment; or why not. */
export function Again({ locale, number, permalink, again }: Given & { again: AgainOffer }) {
  const t = familyMessages[locale].copy
  if (again.kind === 'shut')
    return (
      <Notice tone="info" title={t.notNow}>
        <p>{windowSentence(again.window, locale)}</p>
      </Notice>
    )
  if (again.kind === 'live')
    return (
      <Notice tone="info" title={t.isLive}>
        <p>
          <a href={localePath(locale, applicationPath(again.number))}>{t.openLive(again.number)}</a>
        </p>
      </Notice>
    )
  return (
    <>
      <p className="mb-3">{t.againText}</p>
      <FieldsForm
        {...formOf(locale)}
        permalink={`${permalink}#again`}
        hidden={{ number: String(number), to: 'same' }}
        buttons={[{ label: t.again, variant: 'primary' }]}
      />
    </>
  )
}

/** «Подать такую же заявку на другого ребенка». */
export function Copying({
  locale,
  number,
  permalink,
  family,
}: Given & { family: NonNullable<CopyOffer['children']> }) {
  const t = familyMessages[locale].copy
  const hidden = { number: String(number) }
  const isKnown = family.length > 0
  return (
    <div className="mt-10 max-w-reading">
      <Panel title={t.title} tone="mist">
        <p className="mb-3">{t.otherText}</p>
        <FieldsForm
          {...formOf(locale)}
          permalink={`${permalink}#other`}
          hidden={isKnown ? hidden : { ...hidden, to: 'other' }}
          fields={isKnown ? [toField(family, locale)] : []}
          buttons={[{ label: t.other, variant: 'secondary' }]}
        />
      </Panel>
    </div>
  )
}

/** Those of the family come first, so that one press is enough as a rule. */
function toField(family: NonNullable<CopyOffer['children']>, locale: Locale): FormField {
  return {
    name: 'to',
    kind: 'radio',
    label: familyMessages[locale].copy.who,
    value: family[0]?.id,
    options: [
      ...family.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'other', label: familyMessages[locale].start.other },
    ],
  }
}
