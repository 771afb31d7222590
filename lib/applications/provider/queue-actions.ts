'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/auth/form-action'
import { DomainError } from '@/lib/domain/error'
import { queueParams, readQueueQuery } from '@/lib/domain/queue-query'
import { localePath } from '@/lib/i18n/locale'
import { queueMessages } from '@/lib/i18n/queue'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { parseNumber } from '../schema'
import { assign } from './assigning'
import { reviewPath } from './steps'

const account = z.union([z.literal('me'), z.uuid()])

/**
 * A button of a row, or of the application's own page: `44001:me:` takes it from nobody. The page comes back as it
 * was and says what was done; `back` is the address of a part of the queue.
 */
export const assignApplication = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const [of, wanted, held = ''] = values.assign?.split(':') ?? []
    const number = parseNumber(of)
    const to = account.safeParse(wanted).data
    const from = held === '' ? null : z.uuid().safeParse(held).data
    if (!to || from === undefined) throw new DomainError('invalid')
    const colleague = to === 'me' ? actor.userId : to
    try {
      await asActor(actor, (tx) => assign(tx, actor, number, { from, to: colleague }, now))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const t = queueMessages[locale]
      if (error.code === 'conflict') return { status: 'refused', message: t.late }
      if (error.code === 'forbidden') return { status: 'refused', message: t.mayNot }
      throw error
    }
    drainSoon()
    const told = { done: 'assign', to: to === 'me' ? 'me' : 'other' }
    if (values.back === undefined)
      redirect(`${localePath(locale, reviewPath(number))}?${new URLSearchParams(told)}`)
    const back = queueParams(readQueueQuery(Object.fromEntries(new URLSearchParams(values.back))))
    for (const [name, value] of Object.entries({ ...told, of: String(number) })) back.set(name, value)
    redirect(localePath(locale, `/work?${back}`))
  },
})
