'use client'

import { type ChangeEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextInput } from '@/components/ui/text-input'
import type { FormButton, FormField, FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { Answered } from './answered'
import { decidingNames, isUnasked } from './conditions'
import { type ControlTexts, FieldControl } from './field-control'
import { inputNames, namedError } from './field-names'
import { IDLE } from './idle'

export type FormTexts = ControlTexts & {
  errorsTitle: string
  warning: string
  done: string
  refused: string
  signedOut: string
  signIn: string
  tryAgain: string
  email: string
  password: string
}

/**
 * A form drawn from data. It works without a script: `permalink` is the address it posts to, and by which its
 * answer finds it again; on one page no two forms of one action share it (add a `#fragment`).
 */
export function FieldsForm({
  action,
  permalink,
  locale,
  texts,
  id,
  fields = [],
  leads = {},
  buttons = [],
  hidden = {},
  idPrefix = '',
  standing,
  before,
  after,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  texts: FormTexts
  /** By which buttons outside belong to it, such as those of `FormLanguages`. */
  id?: string
  fields?: readonly FormField[]
  /** What stands above a field, by its name: a heading, a text to read first. */
  leads?: Readonly<Record<string, ReactNode>>
  buttons?: readonly FormButton[]
  hidden?: Readonly<Record<string, string>>
  /** Keeps ids apart where several forms of a page have fields of one name. */
  idPrefix?: string
  /** What a warning of the last answer says as well, so that it stands there only without one. */
  standing?: ReactNode
  before?: ReactNode
  after?: ReactNode
}) {
  const [state, submit, pending] = useActionState(action, IDLE, permalink)
  const form = useRef<HTMLFormElement>(null)
  const { attempt } = state
  const deciding = decidingNames(fields)
  // What is chosen now of what decides; an answer starts the form anew.
  const [chosen, setChosen] = useState<{ attempt: number; values: Record<string, string> } | null>(null)
  const typed = attempt > 0 ? state.values : {}
  const decided = chosen?.attempt === attempt ? { ...typed, ...chosen.values } : typed

  // With a script the answer comes into the same page, so that focus has to be moved to it.
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('#error-summary, [data-answer]')?.focus()
  }, [attempt])

  function choose({ target, currentTarget }: ChangeEvent<HTMLFormElement>): void {
    const name = target.getAttribute('name') ?? ''
    if (!deciding.includes(name)) return
    const value = new FormData(currentTarget).get(name)
    const values = chosen?.attempt === attempt ? chosen.values : {}
    setChosen({ attempt, values: { ...values, [name]: typeof value === 'string' ? value : '' } })
  }

  const idOf = (name: string) => `${idPrefix}${name}`
  // Which button was pressed is said by the buttons themselves, where they are drawn.
  const intent = fields.length > 0 ? ['_intent'] : []
  const known = new Set([...Object.keys(hidden), ...intent, ...fields.flatMap(inputNames)])
  // A page that could not load its fields (no session, or no database) still keeps what was typed into them.
  const isLost = state.status === 'signedOut' || state.status === 'unavailable'
  const kept = isLost ? Object.entries(state.values).filter(([name]) => !known.has(name)) : []
  const shown = isLost && fields.length === 0 ? [rescue(state, texts)] : buttons

  return (
    <form
      ref={form}
      id={id}
      action={submit}
      noValidate
      aria-busy={pending}
      onChange={choose}
      onSubmit={(event) => {
        // A double click is one click.
        if (pending) event.preventDefault()
      }}
    >
      <input type="hidden" name="_locale" value={locale} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === 'warned' && <input type="hidden" name="_confirmed" value="yes" />}

      {state.errors.length > 0 ? (
        <ErrorSummary
          title={texts.errorsTitle}
          errors={state.errors.map(({ field, message }) => ({
            href: `#${idOf(field)}`,
            text: namedError(fields, field, message),
          }))}
        />
      ) : (
        <Answered state={state} texts={texts} />
      )}
      {state.status === 'signedOut' && (
        <div key={`sign-in-${attempt}`} className="mb-6 max-w-reading">
          <TextInput
            name="_email"
            id={idOf('_email')}
            type="email"
            label={texts.email}
            autoComplete="username"
          />
          <TextInput
            name="_password"
            id={idOf('_password')}
            type="password"
            label={texts.password}
            autoComplete="current-password"
          />
        </div>
      )}
      {state.status !== 'warned' && standing}
      {before}
      {/* React resets a form after its action; new controls start from what was typed, so nothing is typed meanwhile. */}
      <div key={attempt} inert={pending}>
        {fields.map((field) => {
          const isHidden = isUnasked(field, fields, decided)
          return (
            <div
              key={field.name}
              hidden={chosen !== null && isHidden}
              className={isHidden ? 'scripted:hidden' : undefined}
            >
              {leads[field.name]}
              <FieldControl
                field={field}
                texts={texts}
                values={attempt > 0 ? state.values : undefined}
                errors={state.errors}
                idPrefix={idPrefix}
                focus={state.focus}
              />
            </div>
          )
        })}
      </div>
      {after}
      <div className="flex flex-wrap items-center gap-4">
        {shown.map((button) => (
          <Button
            key={button.intent ?? ''}
            variant={button.variant}
            name={button.intent && '_intent'}
            value={button.intent}
            formNoValidate={button.unchecked}
            aria-disabled={pending || undefined}
            className={pending ? 'opacity-60' : undefined}
          >
            {button.label}
            {button.about && <span className="sr-only"> {button.about}</span>}
          </Button>
        ))}
      </div>
    </form>
  )
}

/** The one press that carries on with what was kept. */
function rescue(state: FormState, texts: FormTexts): FormButton {
  return { label: state.status === 'signedOut' ? texts.signIn : texts.tryAgain, variant: 'primary' }
}
