import { View } from '@react-pdf/renderer'
import { formatCheckCode } from '@/lib/domain/check-code'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { paperPhrases } from '@/lib/i18n/papers'
import type { Check } from '../paper'
import { Columns } from './columns'
import { type } from './theme'

const both = (say: (locale: Locale) => string): Text => ({ kk: say('kk'), ru: say('ru') })

/** Date as official papers write it, with the number where the paper has one. */
export function numberAndDate(number: string | null, date: DateOnly): Text {
  return both((locale) => {
    const day = formatDate(date, locale, 'long').replaceAll(' ', '\u00a0')
    return number === null ? day : paperPhrases[locale].numberAndDate(number, day)
  })
}

/**
 * «44007-Р»: the same line at the foot of each sheet tells which paper a loose page belongs to. By the check code
 * anyone finds it, whoever issued it: a sheet of nothing but QR codes names no office.
 */
export function footerOf(
  kind: Text,
  number: string | null,
  { code }: Check,
): (page: number, pages: number) => string {
  const of = number === null ? '' : ` №\u00a0${number}`
  return (page, pages) => `${kind.kk}${of} · ${kind.ru}${of} · ${formatCheckCode(code)} · ${page}/${pages}`
}

/** The name of the paper, its number and date, and the place where it has one. */
export function Title({
  kind,
  number,
  date,
  place,
}: {
  kind: Text
  number: string | null
  date: DateOnly
  place?: Text
}) {
  const centred = { textAlign: 'center' } as const
  return (
    <View style={{ marginBottom: '5mm', gap: '1.5mm' }}>
      <Columns text={kind} style={type.title} />
      <Columns text={numberAndDate(number, date)} style={centred} />
      {place && <Columns text={place} style={centred} />}
    </View>
  )
}
