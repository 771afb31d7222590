import { openPaper } from '@/lib/applications/paper-files'
import { now } from '@/lib/platform/clock'
import { answerPdf } from '../answer-pdf'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  return answerPdf(request, (actor) => openPaper(actor, id, now()))
}
