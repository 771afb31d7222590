import { formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { isPeriodShown } from '@/lib/domain/statistic-period'
import { requestLocale } from '@/lib/i18n/request-locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { now } from '@/lib/platform/clock'
import { CSV_TYPE, csv, XLSX_TYPE, xlsx } from '@/lib/platform/spreadsheet'
import { exportApplications } from '@/lib/statistics/export'
import { answerFile } from '../../papers/answer-file'

const FORMATS = {
  xlsx: { write: xlsx, mediaType: XLSX_TYPE },
  csv: { write: csv, mediaType: CSV_TYPE },
}

/** The applications behind the statistics, written while they are read. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async (actor) => {
    const query = new URL(request.url).searchParams
    const period = query.get('period') ?? 'month'
    const extension = query.get('format') === 'csv' ? 'csv' : 'xlsx'
    if (!isPeriodShown(period)) throw new DomainError('absent')
    const table = await exportApplications(
      actor,
      {
        period,
        organisationId: query.get('organisation') || null,
        isPersonal: query.get('personal') === 'yes',
      },
      requestLocale(request),
      now(),
    )
    const { from, to } = table.days
    const { write, mediaType } = FORMATS[extension]
    const named = (locale: 'kk' | 'ru') =>
      statisticsMessages[locale].export.file(
        formatDate(from, locale, 'short'),
        formatDate(to, locale, 'short'),
      )
    return {
      bytes: write(table),
      name: { kk: named('kk'), ru: named('ru') },
      extension,
      mediaType,
      kind: 'attachment',
    }
  })
}
