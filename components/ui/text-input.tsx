import type { ComponentProps } from 'react'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'

/** How long the expected answer is, so that the box says it: a year, an IIN, a name. */
const WIDTHS = { full: '', name: 'max-w-[24rem]', number: 'max-w-[14rem]', short: 'max-w-[8rem]' } as const

export function TextInput({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  width = 'full',
  unit,
  ...rest
}: FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'className' | 'width'> & {
    width?: keyof typeof WIDTHS
    /** What is counted, shown after the box: «км». */
    unit?: string
  }) {
  const described = [describedBy(id, hint, error), unit && `${id}-unit`].filter(Boolean).join(' ')
  const input = (
    <input
      type="text"
      {...rest}
      id={id}
      name={name}
      className={`${CONTROL} ${WIDTHS[width]}`}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
    />
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      {unit ? (
        <div className="flex items-center gap-2">
          {input}
          <span id={`${id}-unit`}>{unit}</span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}
