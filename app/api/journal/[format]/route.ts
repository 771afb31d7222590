import { exportJournal, type JournalFileQuery, printJournal } from '@/lib/applications/provider/journal-files'
import { DomainError } from '@/lib/domain/error'
import { requestLocale } from '@/lib/i18n/request-locale'
import { now } from '@/lib/platform/clock'
import { CSV_TYPE, csv, XLSX_TYPE, xlsx } from '@/lib/platform/spreadsheet'
import { answerFile } from '../../papers/answer-file'

const TABLES = {
  xlsx: { write: xlsx, mediaType: XLSX_TYPE },
  csv: { write: csv, mediaType: CSV_TYPE },
}

function queryOf(request: Request): JournalFileQuery {
  const query = new URL(request.url).searchParams
  const after = Number(query.get('after') ?? 0)
  return {
    organisation: query.get('organisation') ?? '',
    kind: query.get('kind') ?? '',
    year: Number(query.get('year')),
    after: Number.isSafeInteger(after) && after > 0 && after < 2_000_000_000 ? after : 0,
  }
}

/** A journal on paper, or as a table that is written while it is read. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const { format } = await params
  return answerFile(request, async (actor) => {
    const query = queryOf(request)
    if (format === 'pdf') {
      const { pdf, name } = await printJournal(actor, query, now())
      return { bytes: pdf, name, extension: 'pdf', mediaType: 'application/pdf', kind: 'inline' }
    }
    if (format !== 'xlsx' && format !== 'csv') throw new DomainError('absent')
    const table = exportJournal(actor, query, requestLocale(request), now())
    const { write, mediaType } = TABLES[format]
    return { bytes: write(table), name: table.name, extension: format, mediaType, kind: 'attachment' }
  })
}
