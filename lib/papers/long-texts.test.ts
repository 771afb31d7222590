import { describe, expect, it } from 'vitest'
import { pdfText } from '@/test/pdf-text'
import { renderAnnulment } from './annulment'
import { renderCertificate } from './certificate'
import { certificate } from './certificates.fixture'
import { renderIntakeRefusal } from './intake-refusal'
import { outsideMargins, overlapping } from './layout.fixture'
import { renderNotification } from './notification'
import { renderOrder } from './order'
import { renderReceipt } from './receipt'
import { renderRefusal } from './refusal'
import * as samples from './samples.fixture'
import { renderStatement } from './statement'
import * as statements from './statements.fixture'

const tight = (text: string) => text.replace(/\s/g, '')

/** Words of which no two are alike, so that a lost one is named. */
const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}сөзі`)

async function lost(bytes: Uint8Array, expected: readonly string[]): Promise<string[]> {
  const printed = new Set((await pdfText(bytes)).split(/\s/))
  return expected.filter((word) => !printed.has(word))
}

describe('a statement with long answers', () => {
  it('says every field of which it is made, however many and however long', async () => {
    const organisation = `«${'Ұлы Отан соғысының ардагері Әлия Молдағұлова атындағы мектеп-гимназия '.repeat(4).slice(0, 248)}»`
    const rows = Array.from({ length: 40 }, (_, i) => ({ label: `Сұрақ ${i + 1}`, value: `жауап-${i + 1}` }))
    const fileName = `${'ұзақ_файл_атауы_'.repeat(13).slice(0, 196)}.pdf`
    const story = words('ә', 1500)
    const bytes = await renderStatement({
      ...statements.statementKk,
      addressee: { kind: 'akimat', organisation, head: 'Ә'.repeat(120) },
      applicant: { ...statements.statement.applicant, email: `${'a'.repeat(60)}@${'b'.repeat(60)}.kz` },
      sections: [
        { title: organisation, rows: [...rows, { label: 'Мектеп', value: organisation }] },
        { title: 'Түсіндірме', rows: [{ label: 'Толығырақ', value: story.join(' ') }] },
      ],
      attachments: [{ title: organisation, fileName, bytes: 10 * 1024 * 1024, sha256: 'f'.repeat(64) }],
    })
    const text = tight(await pdfText(bytes))
    for (const { value } of rows) expect(text).toContain(value)
    for (const long of [organisation, fileName, 'Ә'.repeat(120), `${'a'.repeat(60)}@${'b'.repeat(60)}.kz`]) {
      expect(text).toContain(tight(long))
    }
    expect(await lost(bytes, story)).toEqual([])
    expect(await outsideMargins(bytes)).toEqual([])
    expect(await overlapping(bytes)).toEqual([])
  })
})

describe('issued papers with long texts', () => {
  const name = `«${'Қарағанды облысы білім басқармасының жалпы білім беретін мектеп-лицейі '.repeat(4).slice(0, 248)}»`
  const both = { kk: name, ru: name }
  const issuer = { ...samples.order.issuer, name: both, address: both }
  const long = [words('ң', 120), words('ю', 150)] as const
  const text = { kk: long[0].join(' '), ru: long[1].join(' ') }
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      kk: words(`ң${i}ғ`, 120).join(' '),
      ru: words(`ю${i}щ`, 150).join(' '),
    }))
  const documents = many(8)
  const points = many(5)
  const body = many(4)
  const { receipt, intakeRefusal, refusal, annulment, order, notification } = samples

  it.each([
    ['receipt', () => renderReceipt({ ...receipt, issuer, service: text, documents }), [text, ...documents]],
    [
      'intake refusal',
      () => renderIntakeRefusal({ ...intakeRefusal, issuer, explanation: text.kk, ground: text }),
      [text],
    ],
    ['refusal', () => renderRefusal({ ...refusal, issuer, explanation: text.kk, nextStep: text }), [text]],
    [
      'annulment',
      () => renderAnnulment({ ...annulment, issuer, explanation: text.kk }),
      [{ kk: text.kk, ru: text.kk }],
    ],
    ['order', () => renderOrder({ ...order, issuer, preamble: text, points }), [text, ...points]],
    [
      'notification',
      () => renderNotification({ ...notification, issuer, invitation: text, body }),
      [text, ...body],
    ],
    ['certificate', () => renderCertificate({ ...certificate, issuer, title: text, body }), [text, ...body]],
  ] as const)('%s loses none of it and stays within the margins', async (_kind, render, texts) => {
    const bytes = await render()
    expect(
      await lost(
        bytes,
        texts.flatMap(({ kk, ru }) => [...kk.split(' '), ...ru.split(' ')]),
      ),
    ).toEqual([])
    expect(tight(await pdfText(bytes))).toContain(tight(name))
    expect(await outsideMargins(bytes)).toEqual([])
    expect(await overlapping(bytes)).toEqual([])
  })

  it('prints two documents of the same name', async () => {
    const same = { kk: 'Анықтама', ru: 'Справка' }
    const printed = await pdfText(await renderReceipt({ ...receipt, documents: [same, same] }))
    expect(printed).toContain('1. Справка')
    expect(printed).toContain('2. Справка')
  })
})
