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
  /** The part of the form that the press was about, by its id without prefix: it gets the focus. */
  focus?: string
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
    | 'number'
    | 'textarea'
    | 'date'
    | 'select'
    | 'radio'
    | 'checkbox'
    | 'static'
    | 'rows'
  label: string
  hint?: string
  optional?: boolean
  value?: string
  /** A hint is drawn under a radio button only. */
  options?: readonly { value: string; label: string; hint?: string }[]
  autoComplete?: string
  maxLength?: number
  /** Of a number: what is counted, and whether it may have decimals. */
  unit?: string
  decimal?: boolean
  /** Asked only while another question of this form has one of these answers; `said` tells it without a script. */
  when?: { name: string; in: readonly string[]; said: string }
  rows?: FormRows
  /**
   * A choice on which lists depend: the label of a button beside it that submits with the intent `refresh`.
   * With a script a change presses it.
   */
  reload?: string
}

/** A repeatable block: its buttons submit the form with an intent such as `rows-add:members`. */
export type FormRows = {
  /** `title` numbers the row («Член семьи 2»); the names of its fields are whole (`members.k3f9.name`). */
  items: readonly { id: string; title: string; fields: readonly FormField[] }[]
  /** Labels of the buttons; `add` is absent when the block is full, `remove` when it has as few rows as it may. */
  add?: string
  remove?: string
  up: string
  down: string
}

export type FormButton = {
  label: string
  /** Read aloud after the label, where several buttons of a page have the same. */
  about?: string
  variant: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** Sent as `_intent`; absent: the plain submit. */
  intent?: string
  /** Skips the browser's own checks: saves what is there. */
  unchecked?: boolean
}
