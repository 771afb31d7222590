import { FieldsForm } from '@/components/form/fields-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Correctable } from '@/lib/applications/provider/correction-form'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import { MOST_ITEMS, NOTE_LENGTH } from '@/lib/domain/correction'
import { formatDate } from '@/lib/domain/dates'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { formTexts } from '@/lib/i18n/forms'
import { talkMessages } from '@/lib/i18n/messages'
import { STEP_ACTIONS, stepAddress } from './decision-form'
import { DecisionFrame } from './decision-frame'

type Correct = Extract<DecisionPage, { step: 'correct' }>
/** `item`: what was ticked, by pressing `next`; `choose`: to tick once more, with that. */
export type Picked = { item?: string | string[]; next?: string | string[]; choose?: string | string[] }
/** Where what is wrong with the ticks leads. */
const FIRST = 'first'

type Given = { locale: Locale; correct: Correct }

/** «Вернуть на исправление»: what first, then why; one thing is come to with one press beside it. */
export function CorrectPage({ locale, correct, picked }: Given & { picked: Picked }) {
  const t = correctionMessages[locale].ask
  const named = [picked.item ?? []].flat()
  const things = correct.sections.flatMap((section) => section.things)
  const chosen = things.filter(({ target }) => named.includes(target))
  const isToPick = chosen.length === 0 || chosen.length > MOST_ITEMS || picked.choose !== undefined
  return (
    <DecisionFrame locale={locale} decision={correct} title={t.title} lead={isToPick ? t.pick : undefined}>
      {isToPick ? (
        <Pick locale={locale} correct={correct} chosen={chosen} isPressed={picked.next !== undefined} />
      ) : (
        <Explain locale={locale} correct={correct} chosen={chosen} />
      )}
    </DecisionFrame>
  )
}

function Pick({
  locale,
  correct,
  chosen,
  isPressed,
}: Given & { chosen: readonly Correctable[]; isPressed: boolean }) {
  const t = correctionMessages[locale].ask
  const wrong =
    chosen.length > MOST_ITEMS ? t.tooMany(MOST_ITEMS) : isPressed && chosen.length === 0 && t.nothing
  const sections = correct.sections.filter(({ things }) => things.length > 0)
  const first = sections[0]?.things[0]
  return (
    // A plain form of the page itself: what is ticked stands in its address, and «Назад» brings it back.
    <form action={stepAddress(locale, correct.number, 'correct')}>
      {wrong && (
        <ErrorSummary title={formTexts(locale).errorsTitle} errors={[{ href: `#${FIRST}`, text: wrong }]} />
      )}
      {sections.map(({ title, things }) => (
        <fieldset key={title} className="mb-8 border-0 p-0">
          <legend className="mb-2 text-lg font-bold">{title}</legend>
          <ul className="list-none border-t border-line-soft pl-0">
            {things.map((thing) => (
              <li key={thing.target} className="border-b border-line-soft">
                <label className="flex min-h-target cursor-pointer gap-3 py-2">
                  <input
                    id={thing === first ? FIRST : undefined}
                    type="checkbox"
                    name="item"
                    value={thing.target}
                    defaultChecked={chosen.includes(thing)}
                    className="mt-1 size-6 shrink-0 cursor-pointer accent-brand"
                  />
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                    <span className="block text-sm text-muted">{thing.label}</span>
                    <span className="whitespace-pre-line">{thing.value || '—'}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <Button variant="primary" name="next" value="yes">
        {t.next}
      </Button>
    </form>
  )
}

function Explain({ locale, correct, chosen }: Given & { chosen: readonly Correctable[] }) {
  const t = correctionMessages[locale].ask
  const query = chosen.map(({ target }) => `item=${encodeURIComponent(target)}`).join('&')
  const address = stepAddress(locale, correct.number, 'correct')
  const leads = Object.fromEntries(
    chosen.map(({ label, value }, n) => [
      `reason-${n}`,
      <div key={label} className={n > 0 ? 'mt-10 border-t border-line-soft pt-6' : ''}>
        <h2 className="text-lg">{label}</h2>
        <p className="mb-4 whitespace-pre-line text-muted [overflow-wrap:anywhere]">{value || '—'}</p>
      </div>,
    ]),
  )
  return (
    <FieldsForm
      action={STEP_ACTIONS.correct}
      permalink={`${address}?${query}`}
      locale={locale}
      texts={{ ...formTexts(locale), done: t.previewTitle }}
      hidden={{
        'form.number': String(correct.number),
        'form.items': chosen.map(({ target }) => target).join(' '),
      }}
      leads={leads}
      fields={chosen.flatMap((thing, n) => fieldsOf(locale, correct, thing, n))}
      buttons={[
        { label: t.submit, variant: 'primary' },
        { label: t.preview, variant: 'secondary', intent: 'preview' },
      ]}
      after={
        <div className="mb-4 space-y-2">
          <p>
            <a href={`${address}?${query}&choose=yes`} className="inline-block py-2">
              {t.another}
            </a>
          </p>
          <p className="font-bold">{t.until(formatDate(correct.answerBy, locale, 'weekday'))}</p>
          <p>{t.meanwhile[correct.meanwhile]}</p>
        </div>
      }
    />
  )
}

function fieldsOf(
  locale: Locale,
  { templates, applicantLocale }: Correct,
  thing: Correctable,
  n: number,
): FormField[] {
  const t = correctionMessages[locale]
  const template: FormField[] =
    templates.length === 0
      ? []
      : [
          {
            name: `template-${n}`,
            kind: 'select',
            label: t.ask.template,
            hint: t.ask.templateHint,
            optional: true,
            options: templates.map(({ id, name }) => ({ value: id, label: name })),
            reload: t.ask.insert,
          },
        ]
  return [
    { name: `reason-${n}`, kind: 'radio', label: t.reason, options: thing.reasons },
    ...template,
    {
      name: `note-${n}`,
      kind: 'textarea',
      label: t.note,
      hint: `${talkMessages[locale].language[applicantLocale]} ${t.ask.noteHint}`,
      optional: true,
      maxLength: NOTE_LENGTH,
    },
  ]
}
