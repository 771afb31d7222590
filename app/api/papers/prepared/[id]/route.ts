import { openPrepared } from '@/lib/applications/provider/preparing'
import { now } from '@/lib/platform/clock'
import { answerPdf } from '../../answer-pdf'

/** A sheet between the two choices of the key, for the head who prepares it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answerPdf(request, async (actor) => ({
    pdf: await openPrepared(actor, id, now()),
    name: { kk: 'Қол қоюға', ru: 'На подпись' },
  }))
}
