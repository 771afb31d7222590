import type { ComponentProps } from 'react'
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'

export type Choice = { value: string; label: string }

/** `placeholder` («Выберите») is the empty first choice. After a form action give `key={attempt}`: React resets it. */
export function Select({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  options,
  placeholder,
  ...rest
}: FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'className' | 'children'> & {
    options: readonly Choice[]
    placeholder?: string
  }) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...rest}
        id={id}
        name={name}
        className={`${CONTROL} cursor-pointer`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
