import type { ComponentProps } from 'react'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'

export function FileInput({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  ...rest
}: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'className' | 'type'>) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        type="file"
        id={id}
        name={name}
        className={`${CONTROL} cursor-pointer border-dashed bg-mist file:mr-3 file:min-h-9 file:cursor-pointer file:rounded file:border-2 file:border-brand file:bg-paper file:px-3 file:font-bold file:text-brand`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  )
}
