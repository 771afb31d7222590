import { Details } from '@/components/ui/details'
import type { ResultText } from '@/lib/applications/provider/result-papers'
import type { ResultPaper } from '@/lib/domain/paper-kind'
import type { Locale, Text } from '@/lib/domain/text'
import { headSigningMessages } from '@/lib/i18n/head-signing'

type Papers = { locale: Locale; paper: ResultPaper; text: ResultText }

/** What the papers of a result say, to be read before they are signed; a signature covers both languages. */
export function PaperText({ locale, open = false, ...papers }: Papers & { open?: boolean }) {
  const t = headSigningMessages[locale]
  const other = locale === 'kk' ? 'ru' : 'kk'
  return (
    <>
      <Details summary={t.content} open={open}>
        <Contents locale={locale} {...papers} />
      </Details>
      <Details summary={t.contentInOther}>
        <div lang={other}>
          <Contents locale={other} {...papers} />
        </div>
      </Details>
    </>
  )
}

function Contents({ locale, paper, text }: Papers) {
  const { title, preamble, points, letter } = text
  return (
    <>
      <p className="font-bold">{title[locale]}</p>
      {preamble && <p>{preamble[locale]}</p>}
      <Points locale={locale} points={points} numbered={paper === 'order'} />
      {letter && (
        <>
          <p className="mt-6 font-bold">{`${headSigningMessages[locale].letter}: ${letter.title[locale]}`}</p>
          <Points locale={locale} points={letter.body} numbered={false} />
          <p>{letter.invitation[locale]}</p>
        </>
      )}
    </>
  )
}

/** As they stand on the paper: an order numbers its points. */
function Points({
  locale,
  points,
  numbered,
}: {
  locale: Locale
  points: readonly Text[]
  numbered: boolean
}) {
  if (!numbered) return points.map((point) => <p key={point.kk}>{point[locale]}</p>)
  return (
    <ol>
      {points.map((point) => (
        <li key={point.kk}>{point[locale]}</li>
      ))}
    </ol>
  )
}
