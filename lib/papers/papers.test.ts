import { describe, expect, it } from 'vitest'
import { pdfRuns, pdfText } from '@/test/pdf-text'
import { renderAnnulment } from './annulment'
import { renderCertificate } from './certificate'
import * as certificates from './certificates.fixture'
import { renderIntakeRefusal } from './intake-refusal'
import { outsideMargins, overlapping, pageCount } from './layout.fixture'
import { renderNotification } from './notification'
import { renderOrder } from './order'
import type { SignedAs, StatementPaper } from './paper'
import { renderReceipt } from './receipt'
import { renderRefusal } from './refusal'
import * as samples from './samples.fixture'
import { renderStatement } from './statement'
import * as statements from './statements.fixture'

/** A paper that several tests read is rendered for the first of them. */
function once(render: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let rendered: Promise<Uint8Array> | undefined
  return () => {
    rendered ??= render()
    return rendered
  }
}

const RENDERED = [
  ['receipt', () => renderReceipt(samples.receipt), '44007-Р'],
  ['intake refusal', () => renderIntakeRefusal(samples.intakeRefusal), '44007-О'],
  ['refusal', () => renderRefusal(samples.refusal), '№ 3'],
  ['order', () => renderOrder(samples.order), '№ 5'],
  ['annulment', () => renderAnnulment(samples.annulment), '№ 14-ө/б'],
  ['notification', () => renderNotification(samples.notification), '№ 5'],
  ['certificate', () => renderCertificate(certificates.certificate), '№ 12'],
  ['notice', () => renderCertificate(certificates.notice), '44007-Т'],
  ['release', () => renderCertificate(certificates.release), '44007-Т'],
] as const

const STATED = [
  ['statement in Russian', () => renderStatement(statements.statement), '№ 44007'],
  ['statement in Kazakh', () => renderStatement(statements.statementKk), '№ 44007'],
] as const

const ISSUED = RENDERED.map(([name, render, number]) => [name, once(render), number] as const)
const STATEMENTS = STATED.map(([name, render, number]) => [name, once(render), number] as const)

describe.each([...ISSUED, ...STATEMENTS])('%s', (_name, render, number) => {
  it('keeps every Kazakh letter and its number in the text layer', async () => {
    const text = await pdfText(await render())
    expect(text).toContain(samples.KAZAKH_SMALL)
    expect(text).toContain(samples.KAZAKH_CAPITAL)
    expect(text).toContain(number)
  })

  it('stays within the margins, no line over another', async () => {
    const bytes = await render()
    expect(await outsideMargins(bytes)).toEqual([])
    expect(await overlapping(bytes)).toEqual([])
  })
})

describe.each([...RENDERED, ...STATED])('%s', (_name, render) => {
  it('is the same file each time, whatever was printed before', async () => {
    const first = await render()
    await renderStatement({ ...statements.statement, title: 'ABC XYZ' })
    expect(Buffer.compare(first, await render())).toBe(0)
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
    const text = await pdfText(await renderOrder({ ...samples.order, date, signedAs: samples.eds }))
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

describe.each([
  ['order', (signedAs: SignedAs) => renderOrder({ ...samples.order, signedAs })],
  ['notification', (signedAs: SignedAs) => renderNotification({ ...samples.notification, signedAs })],
  ['certificate', (signedAs: SignedAs) => renderCertificate({ ...certificates.certificate, signedAs })],
  ['refusal', (signedAs: SignedAs) => renderRefusal({ ...samples.refusal, signedAs })],
] as const)('%s signed by EDS', (_name, render) => {
  it('names the signer, the certificate and the moment, and leaves no line for the hand', async () => {
    const text = await pdfText(await render(samples.eds))
    expect(text).toContain('ОСПАНОВА СӘУЛЕ ҚАЙРАТҚЫЗЫ')
    expect(text).toContain(samples.eds.serial)
    expect(text).toContain('ЭЦҚ-мен қол қойылған / Подписано ЭЦП: 21.08.2026 10:30')
    expect(text).toContain('Директор')
    expect(text).toContain('получить его оригинал')
    expect(text).not.toMatch(/қолы \/ подпись|Подписано на бумаге|Приказ подписан на бумаге/)
  })

  it('calls nobody the head who only has the right to sign', async () => {
    const text = await pdfText(await render({ ...samples.eds, isHead: false }))
    expect(text).toContain('Қол қою құқығы бар қызметкер / Сотрудник с правом подписи')
    expect(text).not.toMatch(/ Директор /)
  })
})

describe('the codes of a signed XML', () => {
  const [one = ''] = samples.codes
  const certificate = { ...certificates.certificate, signedAs: samples.eds }
  const refusal = { ...samples.refusal, signedAs: samples.eds }
  const letter = { ...samples.notification, signedAs: samples.eds }
  const longName = {
    ...refusal,
    signedAs: { ...samples.eds, signerName: 'ҚҰРМАНҒАЛИЕВА-СӘРСЕНБАЕВА ҰЛЖАЛҒАС' },
  }

  it.each([
    [
      'a row of them on the certificate itself',
      () => renderCertificate({ ...certificate, codes: [one, one, one] }),
      1,
    ],
    ['a second sheet for more', () => renderCertificate({ ...certificate, codes: samples.codes }), 2],
    ['a second sheet for a letter', () => renderNotification({ ...letter, codes: samples.codes }), 2],
    [
      'a last sheet after the reasons of a refusal',
      () => renderRefusal({ ...refusal, codes: samples.codes }),
      3,
    ],
    [
      'a last sheet under a head of a long name',
      () => renderRefusal({ ...longName, codes: samples.codes }),
      3,
    ],
  ])('stand in %s', async (_where, render, pages) => {
    const bytes = await render()
    const text = await pdfText(bytes)
    expect(text).toContain('Штрих-коды содержат XML-документ')
    expect(text).toContain('Штрих-кодтарда')
    expect(text).toContain(text.includes('4/4') ? '3/4' : '3/3')
    // A loose sheet of codes tells which paper it belongs to.
    expect(text.split('\n').at(-1)).toContain('K7QM-3X9R-2DTB-5WZA ·')
    expect(await pageCount(bytes)).toBeLessThanOrEqual(pages)
    expect(await outsideMargins(bytes)).toEqual([])
    expect(await overlapping(bytes)).toEqual([])
  })

  it.each([
    ['2026-07-11', 'регистрационного свидетельства'],
    ['2026-07-12', 'сертификата открытого ключа'],
  ])('are told of on %s in the words of the law', async (date, words) => {
    const text = await pdfText(await renderCertificate({ ...certificate, date, codes: [one] }))
    expect(text).toContain(words)
  })

  it('are not there where nothing was signed by EDS', async () => {
    expect(await pdfText(await renderNotification(samples.notification))).not.toContain('Штрих-код')
  })
})

describe('who signs', () => {
  it.each([
    ['a school', () => renderOrder(samples.order), ' Директор қолы / подпись'],
    ['a school that refuses', () => renderRefusal(samples.refusal), ' Директор қолы / подпись'],
    ['a department', () => renderCertificate(certificates.referral), 'Бөлім басшысы / Руководитель отдела'],
    ['an akimat', () => renderCertificate(certificates.transport), 'Әкім Аким'],
    ['a clerk', () => renderCertificate(certificates.notice), 'Іс жүргізуші Делопроизводитель'],
  ])('for %s has the right post', async (_who, render, post) => {
    expect(await pdfText(await render())).toContain(post)
  })

  it.each([
    ['school', 'Директору', 'директорына'],
    ['department', 'Руководителю', 'басшысына'],
    ['akimat', 'Акиму', 'әкімге'],
  ] as const)('is whom a statement to a %s addresses', async (kind, ru, kk) => {
    const to = (paper: StatementPaper) =>
      renderStatement({ ...paper, addressee: { ...paper.addressee, kind } }).then(pdfText)
    expect(await to(statements.statement)).toContain(`${ru} ${samples.issuer.name.ru}`)
    expect(await to(statements.statementKk)).toContain(`${samples.issuer.name.kk} ${kk}`)
  })
})

describe('a certificate', () => {
  it('signed by nobody says so and leaves no line for the hand', async () => {
    const text = await pdfText(await renderCertificate(certificates.notice))
    expect(text).toContain('выдается без подписи')
    expect(text).not.toContain('қолы / подпись')
  })

  it('signed by EDS rests on the law of its day', async () => {
    const text = await pdfText(await renderCertificate(certificates.referral))
    expect(text).toContain('пункту 2 статьи 62 Цифрового кодекса')
    expect(text).toContain('Подписано ЭЦП')
  })

  it.each([
    [2, 1, 12],
    [10, 1, 10],
    [20, 2, 12],
  ])('of %i paragraphs takes %i page(s) of %f points', async (paragraphs, pages, size) => {
    const [first = certificates.certificate.title] = certificates.certificate.body
    const body = Array.from({ length: paragraphs }, () => first)
    const bytes = await renderCertificate({ ...certificates.certificate, body })
    expect(await pageCount(bytes)).toBe(pages)
    const line = (await pdfRuns(bytes)).find(({ text }) => text.startsWith('Дана'))
    expect(line?.size).toBeCloseTo(size)
  })

  it('names the application it was asked for by', async () => {
    expect(await pdfText(await renderCertificate(certificates.certificate))).toContain('Номер заявки: 44007')
  })
})

describe('any paper', () => {
  it.each([...ISSUED, ...STATEMENTS])('%s ends no line with two hyphens', async (_name, render) => {
    expect(await pdfText(await render())).not.toMatch(/--/)
  })

  it.each(ISSUED.filter(([name]) => !name.includes('refusal')))(
    '%s is one page where nothing is long',
    async (_name, render) => {
      expect(await pageCount(await render())).toBe(1)
    },
  )
})

describe('a statement', () => {
  it('names its revision at the foot of every page', async () => {
    const pages = (await pdfText(await renderStatement(statements.statement))).split('\n')
    expect(pages).toHaveLength(2)
    pages.forEach((page, i) => {
      expect(page).toContain(`Заявление № 44007 · ред. 2 · K7QM · стр. ${i + 1}/2`)
    })
    const kazakh = await pdfText(await renderStatement(statements.statementKk))
    expect(kazakh).toContain('№ 44007 өтініш · 2-редакция · K7QM · 1/2 бет')
  })

  it('lists the SHA-256 of each file whole', async () => {
    const text = await pdfText(await renderStatement(statements.statement))
    for (const { sha256 } of statements.statement.attachments) expect(text).toContain(sha256)
  })
})
