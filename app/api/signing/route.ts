import { z } from 'zod'
import { signingStep, stepSigning } from '@/lib/applications/provider/signing-steps'
import { drainSoon } from '@/lib/notifications/delivery'
import { now } from '@/lib/platform/clock'
import { answerStep } from '../json-step'

const STEP = {
  name: 'signing',
  body: z.intersection(signingStep, z.object({ locale: z.enum(['kk', 'ru']) })),
  // The longest is a list of refusals, each letter of theirs written as six.
  mostBytes: 512 * 1024,
  status: { forbidden: 403, incomplete: 409, invalid: 400 },
}

/** The steps of a head who signs by EDS. */
export function POST(request: Request): Promise<Response> {
  return answerStep(request, STEP, async (actor, { locale, ...asked }) => {
    const said = await stepSigning(actor, asked, locale, now())
    if (asked.step === 'finish') drainSoon()
    return said
  })
}
