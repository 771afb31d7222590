import { redirect } from 'next/navigation'
import { removeFile } from '@/lib/applications/parent/actions'
import type { From } from '@/lib/applications/schema'
import { IDLE } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'

/** «Удалить» is a button alone, with no form around it to tell an answer: the page tells how things stand. */
export function removing(locale: Locale, from: From = null) {
  return async (form: FormData): Promise<void> => {
    'use server'
    form.set('_locale', locale)
    if (from) form.set('from', from)
    const { status } = await removeFile(IDLE, form)
    if (status === 'signedOut') redirect(localePath(locale, '/login'))
  }
}
