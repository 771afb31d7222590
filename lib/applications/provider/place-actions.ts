'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor, type Tx } from '@/lib/platform/db'
import { parseNumber } from '../schema'
import { callUp, confirmArea, placeOnWaitingList } from './places'

type Decide = (tx: Tx, actor: Actor, number: number, now: Date) => Promise<void>

/** By the button that was pressed. */
const DECISIONS: Readonly<Record<string, Decide>> = {
  inArea: (tx, actor, number, now) => confirmArea(tx, actor, number, true, now),
  notInArea: (tx, actor, number, now) => confirmArea(tx, actor, number, false, now),
  waiting: placeOnWaitingList,
  callUp,
}

const KEPT = ['organisation', 'service', 'period', 'language', 'after']

/** A button in the row of one application, `callUp:44001`; the page comes back as it was and says what was done. */
export const decidePlace = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const [what = '', of] = values.decision?.split(':') ?? []
    const number = parseNumber(of)
    const decide = Object.hasOwn(DECISIONS, what) ? DECISIONS[what] : undefined
    if (!decide) throw new DomainError('invalid')
    await asActor(actor, (tx) => decide(tx, actor, number, now))
    drainSoon()
    const back = new URLSearchParams(values.back)
    for (const name of [...back.keys()]) if (!KEPT.includes(name)) back.delete(name)
    back.set('done', what)
    back.set('of', String(number))
    redirect(localePath(locale, `/work/places?${back}`))
  },
})
