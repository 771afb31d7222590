import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { paperPhrases } from '@/lib/i18n/papers'
import { renderStatement } from '@/lib/papers/statement'
import { statement, statementKk } from '@/lib/papers/statements.fixture'
import { pdfRuns } from '@/test/pdf-text'
import { StatementText } from './statement-text'

const bare = (text: string) => text.toLowerCase().replace(/\s/gu, '')

test.each([statement, statementKk])('says every word that is signed in the PDF: $locale', async (paper) => {
  const html = renderToStaticMarkup(<StatementText statement={paper} />)
  expect(html).toContain(`<article lang="${paper.locale}"`)
  const page = bare(html.replace(/<[^>]*>/g, ''))
  const { sign, statementFooter } = paperPhrases[paper.locale]
  const runs = await pdfRuns(await renderStatement(paper))
  const sheets = Math.max(...runs.map((run) => run.page))
  // Where the hand signs, and the foot of each sheet: on a page that is signed with a key they have no place.
  const ofPaper = bare(
    [
      ...Object.values(sign),
      ...Array.from({ length: sheets }, (_, i) => statementFooter(paper, i + 1, sheets)),
    ].join(),
  )
  // The numbers of the attachments the page's list draws itself.
  const words = runs.map((run) => bare(run.text).replace(/^\d\.(?=\p{L})/u, '')).filter(Boolean)
  expect(words.length).toBeGreaterThan(40)
  expect(words.filter((word) => !page.includes(word) && !ofPaper.includes(word))).toEqual([])
})
