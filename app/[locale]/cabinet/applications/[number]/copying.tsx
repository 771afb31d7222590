import { FieldsForm } from '@/components/form/fields-form'
import { Panel } from '@/components/ui/panel'
import type { CopyOffer } from '@/lib/applications/parent/copying'
import { applyAlike } from '@/lib/applications/parent/family-actions'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'
import { formTexts } from '@/lib/i18n/forms'

type Given = { locale: Locale; number: number; permalink: string }

const formOf = (locale: Locale) => ({ action: applyAlike, locale, texts: formTexts(locale) })

/** «Подать снова с моими данными», after a refusal or a withdrawal. */
export function Again({ locale, number, permalink }: Given) {
  const t = familyMessages[locale].copy
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
