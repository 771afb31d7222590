import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Answers, answerAt } from '@/lib/domain/answers'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { homeSchooling } from '@/lib/services/home-schooling'
import { exampleValues } from '@/test/example-answers'
import { startProcess } from '@/test/process'
import { exampleOf } from './example'
import type { Offices } from './offices'
import type { Parent } from './people'

/** How far an application has gone when a journey begins; `ready` is filled in, its statement not yet signed. */
export type Stand = 'ready' | 'sent' | 'registered' | 'on_signing'

export type Order = {
  parent: string
  clerk: string
  slug: string
  answers: Answers
  locale: Locale
  to: Stand
  result: Record<string, string>
}

export type Settled = { number: number } | { fault: string }

export type Given = {
  service?: ServiceDefinition
  choose?: Readonly<Record<string, string>>
  locale?: Locale
}

/** Brings an application of a family as far as that, by the product's own steps and without a browser; its number. */
export type Settle = (to: Stand, family: Parent, offices: Offices, given?: Given) => Promise<number>

export function startSettling(): { settle: Settle; stop: () => void } {
  let hand: ChildProcess | undefined
  const settle: Settle = async (to, family, offices, given = {}) => {
    const { service = homeSchooling, choose, locale = 'ru' } = given
    const { example, answers, officeOf } = exampleOf(service, family, offices, choose)
    const order: Order = {
      parent: family.email,
      clerk: officeOf(answerAt(answers, service.organisation)).clerk,
      slug: service.slug,
      answers,
      locale,
      to,
      result: exampleValues(service, service.result.fields, answers, example),
    }
    hand ??= startHand()
    hand.send(order)
    const [settled]: Settled[] = await once(hand, 'message')
    if (!settled || 'fault' in settled) throw new Error(settled?.fault)
    return settled.number
  }
  return { settle, stop: () => hand?.disconnect() }
}

function startHand(): ChildProcess {
  const settings: Record<string, string> = JSON.parse(process.env.E2E_SETTINGS ?? '{}')
  return startProcess(join(import.meta.dirname, 'settling.ts'), settings)
}
