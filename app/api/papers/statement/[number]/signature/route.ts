import { openStatementSignature } from '@/lib/applications/paper-files'
import { parseNumber, parseRevision } from '@/lib/applications/schema'
import { now } from '@/lib/platform/clock'
import { answerFile } from '../../../answer-file'

/** The applicant's signature apart from the PDF, to be saved beside it and checked by anybody. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const { number } = await params
  return answerFile(request, async (actor) => {
    const ordinal = parseRevision(request)
    const { cms, name } = await openStatementSignature(actor, parseNumber(number), now(), ordinal)
    return {
      bytes: cms,
      name,
      extension: 'cms',
      mediaType: 'application/pkcs7-signature',
      kind: 'attachment',
    }
  })
}
