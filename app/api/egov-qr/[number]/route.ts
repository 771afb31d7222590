import { z } from 'zod'
import { qrStep, stepQrSigning } from '@/lib/applications/parent/qr-signing'
import { parseNumber } from '@/lib/applications/schema'
import { now } from '@/lib/platform/clock'
import { answerStep } from '../../json-step'

const STEP = {
  name: 'egov-qr',
  body: z.intersection(qrStep, z.object({ statement: z.string() })),
  mostBytes: 4 * 1024,
  status: { conflict: 409, tooMany: 429 },
}

/** The talk of the signing page about eGov Mobile. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  return answerStep(request, STEP, async (actor, given) => {
    const { number } = await params
    return stepQrSigning(actor, parseNumber(number), given, now())
  })
}
