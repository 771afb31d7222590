import { View } from '@react-pdf/renderer'
import { formatDate } from '@/lib/domain/dates'
import { paperPhrases } from '@/lib/i18n/papers'
import type { StatementPaper } from './paper'
import { each } from './parts/each'
import { renderSheet } from './parts/sheet'
import { Addressee, AnswerTable, AttachmentList, SignatureLine } from './parts/statement-parts'
import { MUTED, type } from './parts/theme'
import { Words } from './parts/words'

/** Заявление / өтініш: what the applicant signs, in the one language of their cabinet. */
export function renderStatement(p: StatementPaper): Promise<Uint8Array> {
  const say = paperPhrases[p.locale]
  const signature = <SignatureLine name={p.applicant.name} locale={p.locale} />
  return renderSheet({
    title: `${p.title} № ${p.number}`,
    author: p.applicant.name,
    language: p.locale,
    date: p.date,
    footer: (page, pages) => say.statementFooter(p, page, pages),
    children: (
      <>
        <Addressee paper={p} />
        <Words style={[type.title, { marginTop: '8mm' }]}>{p.title.toUpperCase()}</Words>
        <Words style={[type.body, { marginTop: '1mm', textAlign: 'center', color: MUTED }]}>
          {say.formed(p.number, formatDate(p.date, p.locale, 'long'))}
        </Words>
        <View style={{ marginTop: '5mm', gap: '1.5mm' }}>
          {each(p.body, (paragraph) => (
            <Words style={[type.body, { fontSize: 12.5, lineHeight: 1.35, textIndent: 28 }]}>
              {paragraph}
            </Words>
          ))}
        </View>
        {each(p.sections, (section) => (
          <AnswerTable section={section} />
        ))}
        {p.attachments.length > 0 ? (
          <AttachmentList attachments={p.attachments} locale={p.locale}>
            {signature}
          </AttachmentList>
        ) : (
          signature
        )}
      </>
    ),
  })
}
