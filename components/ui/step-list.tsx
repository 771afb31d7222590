import { Icon } from './icon'

export type StepItem = { key: string; label: string; state: 'done' | 'now' | 'next'; href?: string }

/**
 * Where in the form the reader is. `position` is «2 из 4»; `stateWords` are read aloud with each step.
 * On phones: a bar and the step of now; on wide screens the whole list.
 */
export function StepList({
  label,
  position,
  steps,
  stateWords,
}: {
  label: string
  position: string
  steps: StepItem[]
  stateWords: Readonly<Record<StepItem['state'], string>>
}) {
  return (
    <nav aria-label={label} className="mb-6">
      <p className="mb-2 text-sm text-muted">{position}</p>
      <ol className="flex gap-1.5 md:gap-4">
        {steps.map((step, index) => (
          <li
            key={step.key}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={`min-w-0 flex-1 border-t-[6px] pt-1.5 text-sm ${
              step.state === 'now'
                ? 'border-gold font-bold'
                : step.state === 'done'
                  ? 'border-brand'
                  : 'border-line-soft text-muted'
            }`}
          >
            <span className="sr-only focus-within:not-sr-only md:not-sr-only">
              {step.state === 'done' ? <Icon name="check" className="mr-1" /> : `${index + 1}. `}
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              <span className="sr-only"> ({stateWords[step.state]})</span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
