import { describedBy, FieldHint, type FieldProps, fieldBox } from './field-frame'

/** One box with its sentence beside it. */
export function CheckboxField({
  label,
  name,
  id = name,
  hint,
  error,
  value = 'yes',
  defaultChecked,
  required,
}: Omit<FieldProps, 'optional'> & { value?: string; defaultChecked?: boolean; required?: boolean }) {
  return (
    <div className={fieldBox(error)}>
      <FieldHint id={id} error={error} />
      <div className="flex min-h-target gap-3">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className="mt-1 size-6 shrink-0 cursor-pointer accent-brand"
        />
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="block cursor-pointer py-1">
            {label}
          </label>
          <FieldHint id={id} hint={hint} />
        </div>
      </div>
    </div>
  )
}
