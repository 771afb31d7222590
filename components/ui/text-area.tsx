import type { ComponentProps } from 'react'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'

export function TextArea({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  rows = 4,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps | 'className'>) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...rest}
        id={id}
        name={name}
        rows={rows}
        className={CONTROL}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  )
}
