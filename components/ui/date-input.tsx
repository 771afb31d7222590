import { CONTROL, FieldGroup, type FieldProps } from './field-frame'

export type DateParts = { day: string; month: string; year: string }

const PARTS = [
  { part: 'day', width: 'w-14', length: 2, auto: 'bday-day' },
  { part: 'month', width: 'w-14', length: 2, auto: 'bday-month' },
  { part: 'year', width: 'w-20', length: 4, auto: 'bday-year' },
] as const

/**
 * Three boxes, because a calendar to click back to 2015 is a punishment. Posts `${name}-day`, `-month`, `-year`;
 * the day carries the field's id. `labels` are `commonMessages[locale].date`.
 */
export function DateInput({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  defaultValue,
  labels,
  autoComplete,
}: FieldProps & {
  defaultValue?: Partial<DateParts>
  labels: DateParts
  /** Only for the reader's own birthday. */
  autoComplete?: 'bday'
}) {
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="flex flex-wrap gap-2">
        {PARTS.map(({ part, width, length, auto }) => (
          <label key={part} htmlFor={part === 'day' ? id : `${id}-${part}`} className={`text-sm ${width}`}>
            <span className="block">{labels[part]}</span>
            <input
              type="text"
              inputMode="numeric"
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${name}-${part}`}
              maxLength={length}
              defaultValue={defaultValue?.[part]}
              autoComplete={autoComplete ? auto : 'off'}
              aria-invalid={error ? true : undefined}
              className={`${CONTROL} text-base tabular-nums`}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
