import { Icon } from '@/components/ui/icon'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { fitMessages } from '@/lib/i18n/fit-check'

const ANSWERS = ['yes', 'no'] as const

/**
 * The questions of `service.fit`, without a script: the style sheet shows what an answer means. A browser
 * without `:has()` drops the rule that hides the explanations, so that it shows all of them.
 */
export function FitCheck({
  locale,
  questions,
}: {
  locale: Locale
  questions: NonNullable<ServiceDefinition['fit']>
}) {
  const t = fitMessages[locale]
  return (
    <div className="space-y-6">
      <p>{t.intro}</p>
      {questions.map(({ question, unmetBy, unmet }, index) => (
        <fieldset key={question.ru} className="group">
          <legend className="font-bold">{question[locale]}</legend>
          <div className="flex gap-6">
            {ANSWERS.map((answer) => (
              <label key={answer} className="flex min-h-target items-center gap-2">
                <input
                  type="radio"
                  name={`fit-${index}`}
                  value={answer === unmetBy ? 'unmet' : 'met'}
                  className="size-6 shrink-0 accent-brand"
                />
                {commonMessages[locale][answer]}
              </label>
            ))}
          </div>
          <div aria-live="polite">
            <p className="hidden gap-2 font-bold text-ok group-has-[[value=met]:checked]:flex">
              <Icon name="check" className="mt-[0.2em]" />
              {t.met}
            </p>
            <p className="border-l-4 border-warn bg-warn-soft p-3 group-not-has-[[value=unmet]:checked]:hidden">
              <b className="supports-[selector(:has(*))]:hidden">{t.ifAnswered[unmetBy]}</b>
              {unmet[locale]}
            </p>
          </div>
        </fieldset>
      ))}
    </div>
  )
}
