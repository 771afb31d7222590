import { openStatement } from '@/lib/applications/paper-files'
import { parseNumber, parseRevision } from '@/lib/applications/schema'
import { now } from '@/lib/platform/clock'
import { answerPdf } from '../../answer-pdf'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const { number } = await params
  return answerPdf(request, async (actor) =>
    openStatement(actor, parseNumber(number), now(), parseRevision(request)),
  )
}
