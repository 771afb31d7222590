'use server'

import { refresh } from 'next/cache'
import { type Answer, formAction } from '@/lib/auth/form-action'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { fillTemplate } from '@/lib/domain/template'
import { talkMessages } from '@/lib/i18n/messages'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { MESSAGE_LENGTH } from '../messages'
import { parseNumber } from '../schema'
import { listTemplates } from '../templates'
import { addNote } from './notes'
import { getWorked, writeToApplicant } from './writing'

/** The form comes back empty, and the page shows what was written. */
function written(message: string): Answer {
  refresh()
  return { status: 'done', message, values: {} }
}

export const sendMessageToApplicant = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now, intent }) => {
    const t = talkMessages[locale]
    const number = parseNumber(values['talk.number'])
    const typed = values.message ?? ''
    if (intent === 'refresh') {
      const message = await asActor(actor, async (tx) => {
        const { service, locale: theirs } = await getWorked(tx, actor, number)
        const chosen = (await listTemplates(tx, 'message')).find(({ id }) => id === values.template)
        const filled =
          chosen &&
          fillTemplate(chosen.body[theirs], {
            number: String(number),
            service: service.name[theirs],
            date: formatDate(dateInAlmaty(now), theirs, 'long'),
          })
        return [typed.trim(), filled].filter(Boolean).join('\n')
      })
      return { status: 'idle', values: { ...values, message, template: '' } }
    }
    if (typed.trim() === '') return { status: 'invalid', errors: [{ field: 'message', message: t.required }] }
    if (typed.trim().length > MESSAGE_LENGTH)
      return { status: 'invalid', errors: [{ field: 'message', message: t.tooLong(MESSAGE_LENGTH) }] }
    try {
      await writeToApplicant(actor, number, typed, now)
    } catch (error) {
      if (error instanceof DomainError && error.code === 'conflict')
        return { status: 'refused', message: t.noCabinet }
      throw error
    }
    drainSoon()
    return written(t.sent)
  },
})

export const addInternalNote = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const t = talkMessages[locale]
    const typed = values.note ?? ''
    if (typed.trim() === '')
      return { status: 'invalid', errors: [{ field: 'note', message: t.noteRequired }] }
    if (typed.trim().length > MESSAGE_LENGTH)
      return { status: 'invalid', errors: [{ field: 'note', message: t.tooLong(MESSAGE_LENGTH) }] }
    await addNote(actor, parseNumber(values['talk.number']), typed, now)
    return written(t.noteAdded)
  },
})
