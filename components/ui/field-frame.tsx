import type { ReactNode } from 'react'
import { Icon } from './icon'

/** What every control takes. `optional` is the word shown beside the label, e.g. «необязательно». */
export type FieldProps = {
  label: ReactNode
  name: string
  /** Also where the error summary's link goes; `name` when left out. */
  id?: string
  hint?: ReactNode
  error?: string
  optional?: string
}

/** The look of every text box; red when its field has an error. */
export const CONTROL =
  'block w-full min-h-target rounded border-2 border-line bg-paper px-3 py-2 text-ink aria-invalid:border-bad disabled:bg-mist'

/** Ids of hint and error, as `aria-describedby` wants them. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

export function FieldHint({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="mb-1 flex gap-1.5 font-bold text-bad">
          <Icon name="warn" className="mt-[0.2em]" />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

/** Space around a field, and the red bar at its side when it has an error. */
export const fieldBox = (error: string | undefined, className = '') =>
  `mb-6 min-w-0 ${error ? 'border-l-[5px] border-bad pl-4' : ''} ${className}`

/** Label above, hint under the label, error under the hint, then the control. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  optional?: string
  children: ReactNode
}) {
  return (
    <div className={fieldBox(error)}>
      <label htmlFor={id} className="mb-1 block font-bold">
        {label}
        {optional && <span className="font-normal text-muted"> ({optional})</span>}
      </label>
      <FieldHint id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same for a group of controls: fieldset and legend. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  optional?: string
  children: ReactNode
}) {
  return (
    <fieldset className={fieldBox(error)} aria-describedby={describedBy(id, hint, error)}>
      {/* Floating, it stands within the box: a legend in its usual place sticks out above the red bar. */}
      <legend className="float-left mb-1 w-full font-bold">
        {label}
        {optional && <span className="font-normal text-muted"> ({optional})</span>}
      </legend>
      <div className="clear-both">
        <FieldHint id={id} hint={hint} error={error} />
        {children}
      </div>
    </fieldset>
  )
}
