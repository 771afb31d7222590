import type { ReactNode } from 'react'
import { FieldGroup, type FieldProps } from './field-frame'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode }

/** The first button carries the group's id, so that a link of the error summary lands on it. */
export function RadioGroup({
  label,
  name,
  id = name,
  hint,
  error,
  optional,
  options,
  defaultValue,
  required,
}: FieldProps & { options: readonly RadioOption[]; defaultValue?: string; required?: boolean }) {
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="space-y-1">
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`
          return (
            <div key={option.value} className="flex min-h-target gap-3 py-1">
              <input
                type="radio"
                id={own}
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                required={required}
                aria-invalid={error ? true : undefined}
                aria-describedby={option.hint ? `${own}-about` : undefined}
                className="mt-1 size-6 shrink-0 cursor-pointer accent-brand"
              />
              <div className="min-w-0 flex-1">
                <label htmlFor={own} className="block cursor-pointer py-1">
                  {option.label}
                </label>
                {option.hint && (
                  <div id={`${own}-about`} className="text-sm text-muted">
                    {option.hint}
                  </div>
                )}
              </div>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
