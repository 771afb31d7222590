'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/auth/form-action'
import { talkMessages } from '@/lib/i18n/messages'
import { drainSoon } from '@/lib/notifications/delivery'
import { MESSAGE_LENGTH } from '../messages'
import { parseNumber } from '../schema'
import { writeToProvider } from './writing'

export const writeMessage = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const t = talkMessages[locale]
    const typed = values.message ?? ''
    if (typed.trim() === '') return { status: 'invalid', errors: [{ field: 'message', message: t.required }] }
    if (typed.trim().length > MESSAGE_LENGTH)
      return { status: 'invalid', errors: [{ field: 'message', message: t.tooLong(MESSAGE_LENGTH) }] }
    await writeToProvider(actor, parseNumber(values.number), typed, now)
    drainSoon()
    refresh()
    return { status: 'done', message: t.sent, values: {} }
  },
})
