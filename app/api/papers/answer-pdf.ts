import type { PaperFile } from '@/lib/applications/paper-files'
import type { Actor } from '@/lib/domain/actor'
import { answerFile } from './answer-file'

/** A paper, shown by the browser itself. */
export function answerPdf(request: Request, open: (actor: Actor) => Promise<PaperFile>): Promise<Response> {
  return answerFile(request, async (actor) => {
    const { pdf, name } = await open(actor)
    return { bytes: pdf, name, extension: 'pdf', mediaType: 'application/pdf', kind: 'inline' }
  })
}
