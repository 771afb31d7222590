/** What a form answers; it crosses to the browser, so it holds only what the person typed or may read. */
export type FieldError = { field: string; message: string }

export type FormState = {
  status: 'idle' | 'invalid' | 'warned' | 'signedOut' | 'refused' | 'unavailable' | 'done'
  /** A sentence above the form; field errors have their own. */
  message?: string
  errors: readonly FieldError[]
  /** What was typed, never a password, so that nothing is lost. */
  values: Readonly<Record<string, string>>
  requestId?: string
  /** Changes with each answer: keys controls that the browser would reset. */
  attempt: number
}

export const IDLE: FormState = { status: 'idle', errors: [], values: {}, attempt: 0 }

/** One control of a form, as data: pages describe, one client component draws. */
export type FormField = {
  name: string
  kind:
    | 'text'
    | 'password'
    | 'email'
    | 'tel'
    | 'digits'
    | 'textarea'
    | 'date'
    | 'select'
    | 'radio'
    | 'checkbox'
    | 'static'
  label: string
  hint?: string
  optional?: boolean
  value?: string
  /** A hint is drawn under a radio button only. */
  options?: readonly { value: string; label: string; hint?: string }[]
  autoComplete?: string
  maxLength?: number
  /**
   * A select on which others depend: the label of a button beside it that submits with the intent `refresh`.
   * With a script a change presses it.
   */
  reload?: string
}

export type FormButton = {
  label: string
  variant: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** Sent as `_intent`; absent: the plain submit. */
  intent?: string
  /** Skips the browser's own checks: saves what is there. */
  unchecked?: boolean
}
