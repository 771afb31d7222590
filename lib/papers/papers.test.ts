import { describe, expect, it } from 'vitest'
import { pdfRuns, pdfText } from '@/test/pdf-text'
import { renderIntakeRefusal } from './intake-refusal'
import { renderNotification } from './notification'
import { renderOrder } from './order'
import { renderReceipt } from './receipt'
import { renderRefusal } from './refusal'
import * as samples from './samples.fixture'
import { renderStatement } from './statement'

const ISSUED = [
  ['receipt', () => renderReceipt(samples.receipt), '44007-Р'],
  ['intake refusal', () => renderIntakeRefusal(samples.intakeRefusal), '44007-О'],
  ['refusal', () => renderRefusal(samples.refusal), '№ 3'],
  ['order', () => renderOrder(samples.order), '№ 5'],
  ['notification', () => renderNotification(samples.notification), '№ 5'],
] as const

const STATEMENTS = [
  ['statement in Russian', () => renderStatement(samples.statement), '№ 44007'],
  ['statement in Kazakh', () => renderStatement(samples.statementKk), '№ 44007'],
] as const

const MM = 72 / 25.4
const FIELD = { left: 30 * MM, right: (210 - 15) * MM, bottom: 9 * MM, top: (297 - 15) * MM }

/** Where ink would leave the printed field of the sheet. */
async function outside(bytes: Uint8Array): Promise<string[]> {
  const runs = await pdfRuns(bytes)
  return runs
    .filter(({ text }) => text.trim() !== '')
    .filter(
      ({ x, y, width }) =>
        x < FIELD.left - 1 || x + width > FIELD.right + 1 || y < FIELD.bottom || y > FIELD.top,
    )
    .map(({ page, text }) => `${page}: ${text}`)
}

const tight = (text: string) => text.replace(/\s/g, '')

/** Words of which no two are alike, so that a lost one is named. */
const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}сөзі`)

async function lost(bytes: Uint8Array, expected: readonly string[]): Promise<string[]> {
  const printed = new Set((await pdfText(bytes)).split(/\s/))
  return expected.filter((word) => !printed.has(word))
}

describe.each([...ISSUED, ...STATEMENTS])('%s', (_name, render, number) => {
  it('keeps every Kazakh letter and its number in the text layer', async () => {
    const text = await pdfText(await render())
    expect(text).toContain(samples.KAZAKH_SMALL)
    expect(text).toContain(samples.KAZAKH_CAPITAL)
    expect(text).toContain(number)
  })

  it('is the same file each time, whatever was printed before', async () => {
    const first = await render()
    await renderStatement({ ...samples.statement, title: 'ABC XYZ' })
    expect(Buffer.compare(first, await render())).toBe(0)
  })

  it('stays within the margins', async () => {
    expect(await outside(await render())).toEqual([])
  })
})

describe.each(ISSUED)('%s', (_name, render) => {
  it('speaks both languages and can be checked', async () => {
    const text = await pdfText(await render())
    expect(text).toContain('K7QM-3X9R-2DTB-5WZA')
    expect(text).toContain('e.bilimal.kz/v/K7QM3X9R2DTB5WZA')
    expect(text).toContain('Подлинность документа можно проверить')
    expect(text).toContain('Құжаттың түпнұсқалығын')
    expect(text).toContain(samples.order.issuer.name.kk)
    expect(text).toContain(samples.order.issuer.name.ru)
  })

  it('does not claim to equal a signed paper', async () => {
    expect(await pdfText(await render())).not.toMatch(/равнозначен|маңызы бірдей|тең болады/)
  })
})

describe.each(ISSUED.filter(([name]) => name.includes('refusal')))('%s', (_name, render) => {
  it('tells how to object and that one may apply again', async () => {
    const text = await pdfText(await render())
    for (const phrase of [
      'Жалобу можно подать',
      'шағым беруге болады',
      'обратиться повторно',
      'қайта жүгіне',
    ]) {
      expect(text).toContain(phrase)
    }
  })
})

describe('an order', () => {
  it.each([
    ['2026-07-11', 'пункту 1 статьи 7 Закона'],
    ['2026-07-12', 'пункту 2 статьи 62 Цифрового кодекса'],
  ])('signed by EDS on %s rests on %s', async (date, law) => {
    const text = await pdfText(await renderOrder({ ...samples.order, date, signedAs: 'eds' }))
    expect(text).toContain(law)
    expect(text).not.toContain('Подписано на бумаге')
  })

  it('leaves a line for the hand when it is signed on paper', async () => {
    const text = await pdfText(await renderOrder(samples.order))
    expect(text).toContain('қолы / подпись')
    expect(text).toContain('Подписано на бумаге')
  })

  it('reads «№ 5 от 21 августа 2026 года» in both languages', async () => {
    const text = await pdfText(await renderOrder(samples.order))
    expect(text).toContain('2026 жылғы 21 тамыз № 5')
    expect(text).toContain('№ 5 от 21 августа 2026 года')
  })
})

describe('a statement', () => {
  it('names its revision at the foot of every page', async () => {
    const pages = (await pdfText(await renderStatement(samples.statement))).split('\n')
    expect(pages).toHaveLength(2)
    pages.forEach((page, i) => {
      expect(page).toContain(`Заявление № 44007 · ред. 2 · K7QM · стр. ${i + 1}/2`)
    })
    const kazakh = await pdfText(await renderStatement(samples.statementKk))
    expect(kazakh).toContain('№ 44007 өтініш · 2-редакция · K7QM · 1/2 бет')
  })

  it('lists the SHA-256 of each file whole', async () => {
    const text = await pdfText(await renderStatement(samples.statement))
    for (const { sha256 } of samples.statement.attachments) expect(text).toContain(sha256)
  })

  it('says every field of which it is made, however many and however long', async () => {
    const organisation = `«${'Ұлы Отан соғысының ардагері Әлия Молдағұлова атындағы мектеп-гимназия '.repeat(4).slice(0, 248)}»`
    const rows = Array.from({ length: 40 }, (_, i) => ({ label: `Сұрақ ${i + 1}`, value: `жауап-${i + 1}` }))
    const fileName = `${'ұзақ_файл_атауы_'.repeat(13).slice(0, 196)}.pdf`
    const story = words('ә', 1500)
    const bytes = await renderStatement({
      ...samples.statementKk,
      addressee: { organisation, head: 'Ә'.repeat(120) },
      applicant: { ...samples.statement.applicant, email: `${'a'.repeat(60)}@${'b'.repeat(60)}.kz` },
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
    expect(await outside(bytes)).toEqual([])
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
  const documents = many(20)
  const points = many(12)
  const body = many(6)
  const { receipt, intakeRefusal, refusal, order, notification } = samples

  it.each([
    ['receipt', () => renderReceipt({ ...receipt, issuer, service: text, documents }), [text, ...documents]],
    [
      'intake refusal',
      () => renderIntakeRefusal({ ...intakeRefusal, issuer, explanation: text.kk, ground: text }),
      [text],
    ],
    ['refusal', () => renderRefusal({ ...refusal, issuer, explanation: text.kk, nextStep: text }), [text]],
    ['order', () => renderOrder({ ...order, issuer, preamble: text, points }), [text, ...points]],
    [
      'notification',
      () => renderNotification({ ...notification, issuer, invitation: text, body }),
      [text, ...body],
    ],
  ] as const)('%s loses none of it and stays within the margins', async (_kind, render, texts) => {
    const bytes = await render()
    expect(
      await lost(
        bytes,
        texts.flatMap(({ kk, ru }) => [...kk.split(' '), ...ru.split(' ')]),
      ),
    ).toEqual([])
    expect(tight(await pdfText(bytes))).toContain(tight(name))
    expect(await outside(bytes)).toEqual([])
  })

  it('prints two documents of the same name', async () => {
    const same = { kk: 'Анықтама', ru: 'Справка' }
    const printed = await pdfText(await renderReceipt({ ...receipt, documents: [same, same] }))
    expect(printed).toContain('1. Справка')
    expect(printed).toContain('2. Справка')
  })
})
