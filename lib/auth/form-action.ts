import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { FormState } from '@/lib/domain/form-state'
import { isLocale, type Locale } from '@/lib/domain/text'
import { formMessages } from '@/lib/i18n/forms'
import { DEFAULT_LOCALE, localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { isWriteConflict } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { isOwnOrigin } from './caller'
import { carryValues } from './carried'
import { signInWithPassword } from './next-auth'
import { readActor } from './session'

/** What an action answers; `formAction` adds what was typed and counts the attempt. */
export type Answer = Pick<FormState, 'status'> &
  Partial<Pick<FormState, 'message' | 'errors' | 'values' | 'focus'>>

export type Submission<A> = {
  actor: A
  form: FormData
  locale: Locale
  now: Date
  /** All typed strings, without passwords, files and our own hidden fields. */
  values: Readonly<Record<string, string>>
  /** Which button: `_intent`. */
  intent: string | null
  /** The language button was pressed: save unchecked and go to the same page in that language. */
  language: Locale | null
  /** The person has read the warning of the last answer and goes on. */
  confirmed: boolean
}

type Definition =
  | { access: 'anyone'; carry?: string; run: (input: Submission<Actor | null>) => Promise<Answer> }
  | { access: 'person'; carry?: string; run: (input: Submission<Actor>) => Promise<Answer> }

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * The only way a form reaches the server. `carry` is the form's page without its language: there the
 * language button keeps what was typed; a form that saves drafts handles that button itself.
 */
export function formAction(definition: Definition): FormAction {
  return async (previous, form) => {
    const locale = localeOf(form)
    const values = typedValues(form)
    // `previous` comes back from the browser and may be anything.
    const attempt = Number.isSafeInteger(previous?.attempt) ? previous.attempt + 1 : 1
    const state = (answer: Answer): FormState => {
      // A page that then cannot load itself does not know what was pressed: the form says it.
      const isLost = answer.status === 'signedOut' || answer.status === 'unavailable'
      return { errors: [], values: isLost ? { ...values, ...pressed(form) } : values, attempt, ...answer }
    }
    try {
      if (!isOwnOrigin(await headers())) {
        return state({ status: 'refused', message: formMessages[locale].foreignOrigin })
      }
      const intent = text(form, '_intent')
      const language = languageOf(form, intent)
      if (definition.carry && language) {
        await carryValues(definition.carry, values)
        redirect(localePath(language, definition.carry))
      }
      const input = { form, locale, now: now(), values, intent, language, confirmed: form.has('_confirmed') }
      if (definition.access === 'anyone') {
        return state(await definition.run({ ...input, actor: await readActor() }))
      }
      const signedIn = await personOf(form, locale)
      if ('status' in signedIn) return state(signedIn)
      return state(await definition.run({ ...input, actor: signedIn.actor }))
    } catch (error) {
      unstable_rethrow(error)
      return state(failure(error, locale))
    }
  }
}

/** Who acts: the session, or the sign-in fields that the form shows when the session has gone. */
async function personOf(form: FormData, locale: Locale): Promise<{ actor: Actor } | Answer> {
  const messages = formMessages[locale]
  const actor = await readActor()
  if (actor) return { actor }
  const email = text(form, '_email')
  const password = text(form, '_password')
  if (!email || !password) return { status: 'signedOut', message: messages.signedOut }
  const result = await signInWithPassword(email, password)
  if (result === 'tooMany') return { status: 'signedOut', message: messages.codes.tooMany }
  const now = result === 'ok' ? await readActor() : null
  return now ? { actor: now } : { status: 'signedOut', message: messages.wrongPassword }
}

function failure(error: unknown, locale: Locale): Answer & { requestId?: string } {
  const messages = formMessages[locale]
  if (error instanceof DomainError && error.code !== 'unavailable') {
    const status = error.code === 'invalid' || error.code === 'incomplete' ? 'invalid' : 'refused'
    return { status, message: messages.codes[error.code] }
  }
  // Somebody was first, by a moment.
  if (isWriteConflict(error)) return { status: 'refused', message: messages.codes.conflict }
  const requestId = logFailure('form', error)
  return {
    status: 'unavailable',
    message: `${messages.codes.unavailable} ${messages.requestId(requestId)}`,
    requestId,
  }
}

function localeOf(form: FormData): Locale {
  const locale = form.get('_locale')
  return isLocale(locale) ? locale : DEFAULT_LOCALE
}

/** `_language=ru`, or `_intent=language:ru`, as the button that changes the language says it. */
function languageOf(form: FormData, intent: string | null): Locale | null {
  const wanted = text(form, '_language') ?? intent?.replace(/^language:/, '')
  return isLocale(wanted) ? wanted : null
}

function text(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** What besides the answers says what was asked for: our own hidden fields and the button. */
function pressed(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && /^_(?!locale$|language$|email$|password$)/.test(name))
      fields[name] = value
  }
  return fields
}

function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /^[_$]|password/i.test(name)) continue
    // No keyboard types it, and no database keeps it.
    values[name] = value.replaceAll('\0', '')
  }
  return values
}
