import { View } from '@react-pdf/renderer'
import { formatSlipCode } from '@/lib/domain/claim-slip'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { paperTexts } from '@/lib/i18n/papers'
import { slipSteps, slipTexts as t } from '@/lib/i18n/slip'
import type { Issuer } from './paper'
import { Columns, Facts } from './parts/columns'
import { each } from './parts/each'
import { Letterhead } from './parts/letterhead'
import { Qr } from './parts/qr'
import { renderSheet } from './parts/sheet'
import { BRAND, INK, LINE, type } from './parts/theme'
import { Words } from './parts/words'

export type SlipPaper = {
  number: number
  issuer: Issuer
  service: Text
  /** On the stub only: whoever finds a lost slip learns no name. */
  applicantName: string
  date: DateOnly
  lastDay: DateOnly
  clerkName: string
  /** The page of the claim; the code is not in it. */
  url: string
  code: string
}

const both = ({ kk, ru }: Text) => `${kk} / ${ru}`

/** Отрывной талон: the applicant's part above the line, the organisation's stub below it. */
export function renderSlip(p: SlipPaper): Promise<Uint8Array> {
  return renderSheet({
    title: `${both(t.title)} № ${p.number}`,
    author: p.issuer.name.kk,
    language: 'kk',
    date: p.date,
    footer: (page, pages) => `${both(t.title)} № ${p.number} · ${page}/${pages}`,
    children: (
      <>
        <Letterhead issuer={p.issuer} />
        <Words style={type.title}>{`${both(t.title).toUpperCase()} № ${p.number}`}</Words>
        <View style={{ marginTop: '1mm', marginBottom: '3mm' }}>
          <Columns text={t.what} style={[type.small, { textAlign: 'center' }]} />
        </View>
        <Columns text={p.service} style={{ fontSize: 10 }} />
        <Code paper={p} />
        <View style={{ flexDirection: 'row', gap: '7mm' }}>
          <Steps paper={p} locale="kk" />
          <Steps paper={p} locale="ru" />
        </View>
        <Cut />
        <Stub paper={p} />
      </>
    ),
  })
}

function Code({ paper: { url, code, lastDay } }: { paper: SlipPaper }) {
  const day = (locale: Locale) => formatDate(lastDay, locale, 'long')
  return (
    <View
      wrap={false}
      style={{
        marginVertical: '4mm',
        padding: '4mm',
        flexDirection: 'row',
        alignItems: 'center',
        gap: '8mm',
        borderWidth: 1,
        borderColor: BRAND,
        borderRadius: 4,
      }}
    >
      <Qr content={url} side="26mm" />
      <View style={{ flex: 1, alignItems: 'center', gap: '1.5mm' }}>
        <Words style={type.label}>{both(t.code)}</Words>
        <Words style={{ fontSize: 24, lineHeight: 1.2, fontWeight: 700, letterSpacing: 1 }}>
          {formatSlipCode(code)}
        </Words>
        <Words style={type.label}>{`${t.lastDay.kk}: ${day('kk')}`}</Words>
        <Words style={type.label}>{`${t.lastDay.ru}: ${day('ru')}`}</Words>
      </View>
    </View>
  )
}

function Steps({ paper, locale }: { paper: SlipPaper; locale: Locale }) {
  const steps = slipSteps[locale](paper.url.replace(/^https?:\/\/|\?.*$/g, ''))
  return (
    <View style={{ flex: 1, gap: '1.2mm' }}>
      {each(steps, (step) => (
        <Words style={{ fontSize: 10.5, lineHeight: 1.3 }}>{step}</Words>
      ))}
      <Words style={{ fontSize: 10.5, lineHeight: 1.3 }}>{t.seen[locale]}</Words>
      <Words style={type.small}>{t.note[locale]}</Words>
    </View>
  )
}

/** From edge to edge of the sheet, so that scissors find it. */
function Cut() {
  return (
    <View style={{ marginTop: '7mm', marginBottom: '5mm', marginLeft: '-12mm', marginRight: '-9mm' }}>
      <View style={{ borderTopWidth: 1, borderTopColor: INK, borderStyle: 'dashed' }} />
      <Words style={[type.small, { marginTop: '1mm', textAlign: 'center' }]}>{both(t.cut)}</Words>
    </View>
  )
}

function Stub({ paper }: { paper: SlipPaper }) {
  return (
    <View wrap={false}>
      <Words style={[type.heading, { marginBottom: '2mm' }]}>
        {`${both(t.stub)} № ${paper.number} (${both(t.kept)})`}
      </Words>
      <Facts
        rows={[
          { label: paperTexts.applicant, value: paper.applicantName },
          {
            label: t.issued,
            value: `${formatDate(paper.date, 'kk', 'long')} / ${formatDate(paper.date, 'ru', 'long')}`,
          },
          { label: t.issuedBy, value: paper.clerkName },
        ]}
      />
      <View style={{ marginTop: '6mm', flexDirection: 'row', gap: '5mm', alignItems: 'flex-end' }}>
        <View style={{ width: '52mm' }}>
          <Words style={type.label}>{t.received.kk}</Words>
          <Words style={type.label}>{t.received.ru}</Words>
        </View>
        <View style={{ flex: 1, borderTopWidth: 0.7, borderTopColor: LINE }}>
          <Words style={[type.small, { textAlign: 'center' }]}>{both(paperTexts.signature)}</Words>
        </View>
      </View>
    </View>
  )
}
