import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { isDateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { SigningAnswers, SigningStep, StepRefusal } from '@/lib/domain/signing-steps'
import type { Locale } from '@/lib/domain/text'
import { edsMessages } from '@/lib/i18n/eds'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { logFailure } from '@/lib/platform/log'
import { finish } from './finishing'
import { prepare } from './preparing'
import { EXPLANATION_LENGTH } from './reason'
import { begin, MOST_AT_ONCE, type NotSigned } from './signing'

const number = z.number().int().positive()
const wish = z.object({
  number,
  reason: z
    .object({
      ground: z.string().max(100),
      explanation: z.string().trim().min(EXPLANATION_LENGTH.least).max(EXPLANATION_LENGTH.most),
    })
    .nullable(),
})

/** What a browser may send; of signatures the checks themselves say what is wrong with them. */
export const signingStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('begin'), list: z.array(wish).max(MOST_AT_ONCE) }),
  wish.extend({
    step: z.literal('prepare'),
    given: z.object({ number, date: z.string().refine(isDateOnly) }),
    signedXml: z.string().max(100_000),
  }),
  z.object({ step: z.literal('finish'), sheetId: z.uuid(), cms: z.string().max(100_000) }),
])

/** One step of a session, and how it went in words. @throws DomainError where the whole session cannot go on */
export async function stepSigning(
  actor: Actor,
  asked: SigningStep,
  locale: Locale,
  now: Date,
): Promise<SigningAnswers[SigningStep['step']]> {
  switch (asked.step) {
    case 'begin': {
      const { taken, ...session } = await begin(actor, asked.list, now)
      const message = headSigningMessages[locale].taken
      return { ...session, failed: taken.map((number) => ({ number, message })) }
    }
    case 'prepare':
      return orFault(locale, async () => {
        const answer = await prepare(actor, asked, now)
        return answer.status === 'prepared' ? answer : refusal(answer, locale)
      })
    case 'finish':
      return orFault(locale, async () => {
        const answer = await finish(actor, { ...asked, cms: Buffer.from(asked.cms) }, now)
        return answer.status === 'done' ? answer : refusal(answer, locale)
      })
  }
}

/** A fault with one document is told with it, so that the others go on and it can be left out. */
async function orFault<T>(locale: Locale, work: () => Promise<T>): Promise<T | StepRefusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'unavailable') throw error
    return { status: 'failed', message: headSigningMessages[locale].fault(logFailure('signing', error)) }
  }
}

function refusal(answer: NotSigned, locale: Locale): StepRefusal {
  const t = headSigningMessages[locale]
  switch (answer.status) {
    case 'invalid': {
      const { code, moment } = answer
      return { status: 'failed', message: edsMessages[locale].failure(code, { moment, reader: 'head' }) }
    }
    case 'again':
      return { status: 'again', message: t.again }
    case 'taken':
      return { status: 'gone', message: t.taken }
    case 'twoKeys':
      return { status: 'failed', message: t.twoKeys }
  }
}
