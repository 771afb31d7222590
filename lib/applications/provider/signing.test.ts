import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SigningStep } from '@/lib/domain/signing-steps'
import { edsMessages } from '@/lib/i18n/eds'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, prisma } from '@/lib/platform/db'
import { listSignatures } from '@/lib/signatures/data'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { pem } from '@/lib/signatures/eds/issuing/pem'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { readSignedXml } from '@/lib/signatures/eds/verify-xml'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { pdfText } from '@/test/pdf-text'
import { addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { finish } from './finishing'
import { openPrepared, prepare } from './preparing'
import { refuse } from './refusal'
import { takeBack } from './result'
import { begin } from './signing'
import { HEAD_IIN, numbersOf, result, schoolWithBin, signAll, signed, signSheet } from './signing.fixture'
import { signingStep, stepSigning } from './signing-steps'
import { listWaiting } from './waiting'
import { freshSchool, hour, onSigning } from './work.fixture'

await testDatabase()
const eds = await testEds(TUESDAY)
const code = (value: string) => expect.objectContaining({ code: value })
const NOW = hour(4)
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const headOf = ({ bin }: { bin: string }, iin = HEAD_IIN) =>
  eds.key('head', { iin, bin, organisation: 'Мектеп' })

async function waiting(count: number) {
  const school = await schoolWithBin(a)
  const list = []
  for (let i = 0; i < count; i++) list.push(await onSigning(school))
  return { school, list, numbers: list.map(({ number }) => number), key: headOf(school) }
}

describe('one signed by EDS', () => {
  it('is issued with its letter, both signatures and their evidence, and the head is told to be themself', async () => {
    const { school, numbers, key } = await waiting(1)
    const [number = 0] = numbers
    expect(await signAll(school.director, [result(number)], key)).toEqual([{ number, status: 'done' }])

    const papers = await prisma().paper.findMany({
      where: { application: { number }, kind: { in: ['order', 'notification'] } },
      orderBy: { kind: 'asc' },
    })
    expect(papers).toMatchObject([
      { kind: 'notification', number: '1', signedAs: 'eds', signerName: 'ДЕМО АДАМ', issuedOn: '2026-11-24' },
      { kind: 'order', number: '1', signedAs: 'eds', signerName: 'ДЕМО АДАМ', journalYear: 2026 },
    ])
    const [letter, order] = papers
    const kept = (id = '') => asActor(school.director, (tx) => listSignatures(tx, { paperId: id }))
    const [cms, ...noMore] = await kept(order?.id)
    expect(noMore).toEqual([])
    expect(cms).toMatchObject({ format: 'cms', signerIin: HEAD_IIN, signerBin: school.bin, status: 'valid' })
    expect(cms?.revocationCheckedAt).toBeInstanceOf(Date)
    expect(cms?.signedSha256).toBe(order?.sha256)
    const [xml] = await kept(letter?.id)
    expect(xml).toMatchObject({ format: 'xml', serial: cms?.serial, status: 'valid' })
    const payload = readSignedXml(Buffer.from(xml?.content ?? []).toString())
    expect(payload).toContain(letter?.code)
    expect(payload).toContain(`bin="${school.bin}"`)

    const printed = await pdfText(await fetchPaper(order?.sha256 ?? ''))
    expect(printed).toContain('ДЕМО АДАМ')
    expect(printed).toContain(cms?.serial)
    expect(printed).not.toContain('Штрих-код')
    expect(await pdfText(await fetchPaper(letter?.sha256 ?? ''))).toContain('Штрих-коды содержат')

    expect(await prisma().preparedSheet.count()).toBe(0)
    expect(await prisma().account.findUnique({ where: { id: school.director.userId } })).toMatchObject({
      iinProvenBy: 'eds',
    })
    expect(await prisma().application.findUnique({ where: { number } })).toMatchObject({ status: 'approved' })
    expect(await prisma().outbox.count({ where: { event: 'application_approved' } })).toBe(1)
  })

  it('names the certificate that signed the XML of what was printed', async () => {
    const { school, numbers, key } = await waiting(1)
    const { opened } = await begin(school.director, numbers.map(result), NOW)
    const [one] = opened
    if (!one) throw new Error('nothing was opened')
    const { payload, ...rest } = signed(one, key)
    const step = await prepare(school.director, rest, NOW)
    if (step.status !== 'prepared') throw new Error(step.status)
    const row = await prisma().preparedSheet.findUniqueOrThrow({ where: { id: step.sheetId } })
    expect(readSignedXml(row.signedXml)).toContain('urn:kz:e-bilimal:paper:1')
    const pdf = await openPrepared(school.director, step.sheetId, NOW)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(row.paperSha256)
  })
})

describe('a session of several', () => {
  it('of which one is taken back meanwhile: the rest are done, those after it at the second go, without a gap', async () => {
    const { school, numbers, key } = await waiting(6)
    const list = numbers.map(result)
    const third = numbers[2] ?? 0
    const first = await signAll(school.director, list, key, {
      meanwhile: () => asActor(school.clerk, (tx) => takeBack(tx, school.clerk, third, NOW)),
    })
    expect(first.map(({ status }) => status)).toEqual([
      ...['done', 'done', 'taken'],
      ...['again', 'again', 'again'],
    ])
    const rest = list.filter((_, i) => first[i]?.status === 'again')
    const second = await signAll(school.director, rest, key)
    expect(second.map(({ status }) => status)).toEqual(rest.map(() => 'done'))
    expect(await numbersOf(school)).toEqual([1, 2, 3, 4, 5])
    expect(await numbersOf(school, 'notification')).toEqual([1, 2, 3, 4, 5])
  }, 180_000)

  it('goes no further than twenty, and names none twice', async () => {
    const { school, numbers } = await waiting(1)
    const [number = 0] = numbers
    for (const list of [[], [number, number], Array.from({ length: 21 }, (_, i) => number + i)])
      await expect(begin(school.director, list.map(result), NOW)).rejects.toEqual(code('invalid'))
  })

  it('is of one organisation: no key names two', async () => {
    const [one, two] = [await waiting(1), await waiting(1)]
    const both = await addPerson(
      [
        [one.school.id, 'director'],
        [two.school.id, 'director'],
      ],
      { iin: HEAD_IIN },
    )
    const list = [...one.numbers, ...two.numbers].map(result)
    await expect(begin(both, list, NOW)).rejects.toEqual(code('invalid'))
    const lists = await asActor(both, (tx) => listWaiting(tx, both, 'ru', NOW))
    expect(lists.map(({ rows }) => rows.map(({ number }) => number))).toEqual([one.numbers, two.numbers])
  })
})

describe('a key that is not the head’s for this school', () => {
  const refusals: [string, string, (school: { bin: string }) => Issued][] = [
    ['of another school', 'BIN_MISMATCH', () => headOf({ bin: '010140000012' })],
    ['of another head of this school', 'IIN_MISMATCH', (school) => headOf(school, '800101300015')],
    [
      'of an employee',
      'ROLE_NOT_ALLOWED',
      ({ bin }) => eds.key('employee', { iin: HEAD_IIN, bin, organisation: 'Мектеп' }),
    ],
    ['of the head as a person', 'ROLE_NOT_ALLOWED', () => eds.key('person', { iin: HEAD_IIN })],
  ]
  it.each(refusals)('%s', async (_whose, expected, keyOf) => {
    const { school, numbers, key } = await waiting(1)
    const [number = 0] = numbers
    const refused = { number, status: 'invalid', code: expected, moment: null }
    expect(await signAll(school.director, [result(number)], keyOf(school))).toEqual([refused])
    expect(await signAll(school.director, [result(number)], key, { second: keyOf(school) })).toEqual([
      refused,
    ])
    expect(await numbersOf(school)).toEqual([])
    const noted = await prisma().auditEvent.findMany({ where: { action: 'decision.signRefused' } })
    expect(noted.at(-1)).toMatchObject({ actorId: school.director.userId, detail: { code: expected } })
    expect(await signAll(school.director, [result(number)], key)).toEqual([{ number, status: 'done' }])
  })

  it('but another of the same head: the paper names the first', async () => {
    const { school, numbers, key } = await waiting(1)
    const [number = 0] = numbers
    expect(await signAll(school.director, [result(number)], key, { second: headOf(school) })).toEqual([
      { number, status: 'twoKeys' },
    ])
  })
})

describe('revocation', () => {
  it('that is known stops what is begun, and what is prepared', async () => {
    const { school, numbers, key } = await waiting(1)
    const [number = 0] = numbers
    const at = hour(1)
    const stopped = { number, status: 'invalid', code: 'CERT_REVOKED', moment: at }
    const meanwhile = async () => eds.revoke(key, at)
    expect(await signAll(school.director, [result(number)], key, { meanwhile })).toEqual([stopped])
    expect(await signAll(school.director, [result(number)], key)).toEqual([stopped])
    expect(await numbersOf(school)).toEqual([])
  })

  it('that cannot be asked about: nothing is issued, and the same papers are once it answers', async () => {
    const { school, numbers, key } = await waiting(1)
    const [number = 0] = numbers
    const { opened } = await begin(school.director, [result(number)], NOW)
    const [one] = opened
    if (!one) throw new Error('nothing was opened')
    const step = await prepare(school.director, signed(one, key), NOW)
    if (step.status !== 'prepared') throw new Error(step.status)
    const cms = await signSheet(school.director, step.sheetId, key, NOW)
    eds.setUp(false)
    const unanswered = { status: 'invalid', code: 'REVOCATION_UNAVAILABLE', moment: null }
    expect(await finish(school.director, { sheetId: step.sheetId, cms }, NOW)).toEqual(unanswered)
    expect(await prepare(school.director, signed(one, key), NOW)).toEqual(unanswered)
    eds.setUp(true)
    expect(await finish(school.director, { sheetId: step.sheetId, cms }, NOW)).toEqual({ status: 'done' })
  })
})

describe('two heads at once', () => {
  it('issue each paper once, and no number is lost', async () => {
    const { school, numbers } = await waiting(3)
    const otherIin = '800101300015'
    const other = await addPerson([[school.id, 'director']], { iin: otherIin })
    const list = numbers.map(result)
    const ended = await Promise.all([
      signAll(school.director, list, headOf(school)),
      signAll(other, list, headOf(school, otherIin)),
    ])
    for (const number of numbers) {
      const ofOne = ended.flat().filter((one) => one.number === number)
      expect(ofOne.filter(({ status }) => status === 'done').length).toBeLessThanOrEqual(1)
    }
    const done = ended.flat().filter(({ status }) => status === 'done').length
    expect(done).toBeGreaterThanOrEqual(1)
    expect(await numbersOf(school)).toEqual(Array.from({ length: done }, (_, i) => i + 1))
    const rest = await asActor(other, (tx) => listWaiting(tx, other, 'ru', NOW))
    const left = rest.flatMap(({ rows }) => rows.map(({ number }) => result(number)))
    if (left.length > 0) await signAll(other, left, headOf(school, otherIin))
    expect(await numbersOf(school)).toEqual([1, 2, 3])
  }, 120_000)

  it('of the same sheet posted twice one issues it', async () => {
    const { school, numbers, key } = await waiting(1)
    const { opened } = await begin(school.director, numbers.map(result), NOW)
    const [one] = opened
    if (!one) throw new Error('nothing was opened')
    const step = await prepare(school.director, signed(one, key), NOW)
    if (step.status !== 'prepared') throw new Error(step.status)
    const cms = await signSheet(school.director, step.sheetId, key, NOW)
    const sheet = { sheetId: step.sheetId, cms }
    const ended = await Promise.all([1, 2, 3].map(() => finish(school.director, sheet, NOW)))
    expect(ended.map(({ status }) => status).sort()).toEqual(['done', 'taken', 'taken'])
    expect(await finish(school.director, sheet, NOW)).toEqual({ status: 'taken' })
    expect(await numbersOf(school)).toEqual([1])
  })
})

describe('what is signed', () => {
  it('has to be the facts as they are: another’s, yesterday’s and made-up ones are not', async () => {
    const { school, numbers, key } = await waiting(2)
    const { opened } = await begin(school.director, numbers.map(result), NOW)
    const [one, two] = opened
    if (!one || !two) throw new Error('nothing was opened')
    const mismatch = { status: 'invalid', code: 'CONTENT_MISMATCH', moment: null }
    const { signedXml } = signed(two, key)
    expect(await prepare(school.director, { ...one, signedXml }, NOW)).toEqual(mismatch)
    const forged = signed({ ...one, payload: one.payload.replace('>5<', '>6<') }, key)
    expect(forged.payload).not.toBe(one.payload)
    expect(await prepare(school.director, forged, NOW)).toEqual(mismatch)
    const renumbered = { ...one, given: { ...one.given, number: 7 } }
    expect(await prepare(school.director, signed(renumbered, key), NOW)).toEqual(mismatch)
    expect(await prepare(school.director, signed(one, key), hour(24))).toEqual({ status: 'again' })
  })

  it('is the stored paper, of this day, and of nobody else', async () => {
    const { school, numbers, key } = await waiting(2)
    const steps = []
    const { opened } = await begin(school.director, numbers.map(result), NOW)
    for (const one of opened) steps.push(await prepare(school.director, signed(one, key), NOW))
    const [one, two] = steps.flatMap((step) => (step.status === 'prepared' ? [step.sheetId] : []))
    if (!one || !two) throw new Error('nothing was prepared')
    const cms = await signSheet(school.director, one, key, NOW)
    expect(await finish(school.director, { sheetId: two, cms }, NOW)).toMatchObject({
      code: 'CONTENT_MISMATCH',
    })
    // Number 2 before number 1 would leave a gap.
    const second = { sheetId: two, cms: await signSheet(school.director, two, key, NOW) }
    expect(await finish(school.director, second, NOW)).toEqual({ status: 'again' })
    expect(await finish(school.director, { sheetId: one, cms }, hour(24))).toEqual({ status: 'again' })
    for (const stranger of [school.clerk, await addPerson([[school.id, 'director']], { iin: HEAD_IIN })]) {
      await expect(openPrepared(stranger, one, NOW)).rejects.toEqual(code('absent'))
    }
    const colleague = await addPerson([[school.id, 'director']], { iin: HEAD_IIN })
    expect(await finish(colleague, { sheetId: one, cms }, NOW)).toEqual({ status: 'taken' })
    expect(await finish(school.director, { sheetId: one, cms }, NOW)).toEqual({ status: 'done' })
  })

  it('prepared anew, leaves nothing of the former sheet', async () => {
    const { school, numbers, key } = await waiting(1)
    const prepared = async (now: Date) => {
      const { opened } = await begin(school.director, numbers.map(result), now)
      const [one] = opened
      if (!one) throw new Error('nothing was opened')
      const step = await prepare(school.director, signed(one, key), now)
      if (step.status !== 'prepared') throw new Error(step.status)
      return { sheetId: step.sheetId, cms: await signSheet(school.director, step.sheetId, key, now) }
    }
    const former = await prepared(hour(4))
    const latter = await prepared(hour(5))
    expect(await finish(school.director, former, hour(5))).toEqual({ status: 'taken' })
    expect(await finish(school.director, { ...latter, cms: former.cms }, hour(5))).toMatchObject({
      code: 'CONTENT_MISMATCH',
    })
    expect(await finish(school.director, latter, hour(5))).toEqual({ status: 'done' })
  })
})

describe('a refusal', () => {
  const reason = { ground: 'art19-1-2-2', explanation: 'Рекомендация ВКК относится\r\nк другому ребенку.' }

  it('is signed by EDS with its reason, beside results of its own register', async () => {
    const { school, numbers, key } = await waiting(2)
    const [refused = 0, approved = 0] = numbers
    const list = [{ number: refused, reason }, result(approved)]
    expect(await signAll(school.director, list, key)).toEqual([
      { number: refused, status: 'done' },
      { number: approved, status: 'done' },
    ])
    expect(await numbersOf(school, 'refusal')).toEqual([1])
    expect(await numbersOf(school)).toEqual([1])
    const paper = await prisma().paper.findFirstOrThrow({
      where: { organisationId: school.id, kind: 'refusal' },
    })
    const [cms, xml] = await asActor(school.director, (tx) => listSignatures(tx, { paperId: paper.id }))
    expect([cms?.format, xml?.format]).toEqual(['cms', 'xml'])
    const payload = readSignedXml(Buffer.from(xml?.content ?? []).toString())
    expect(payload).toContain(
      '<reason ground="art19-1-2-2">Рекомендация ВКК относится к другому ребенку.</reason>',
    )
    expect(payload).toContain(`code="${paper.code}"`)
    const printed = await pdfText(await fetchPaper(paper.sha256))
    expect(printed).toContain('Штрих-коды содержат')
    expect(printed.replaceAll('-', '')).toContain(paper.code)
    expect(await prisma().application.findUnique({ where: { number: refused } })).toMatchObject({
      status: 'refused',
      holdKey: null,
    })
    expect(await prisma().outbox.count({ where: { event: 'application_refused' } })).toBe(1)
  })

  it('on paper is for organisations that may', async () => {
    const { school, numbers } = await waiting(1)
    await expect(refuse(school.director, numbers[0] ?? 0, reason, NOW)).rejects.toEqual(code('forbidden'))
  })

  it('has a ground of the law, or is none', async () => {
    const { school, numbers } = await waiting(1)
    const made = numbers.map((number) => ({ number, reason: { ...reason, ground: 'mood' } }))
    await expect(begin(school.director, made, NOW)).rejects.toEqual(code('invalid'))
  })
})

describe('what the page is told', () => {
  const wrong = { cms: 'not a signature', sheetId: '01890000-0000-7000-8000-000000000000' }

  it('is a sentence for whatever was not signed', async () => {
    const { school, numbers, key } = await waiting(2)
    const say = (asked: SigningStep) => stepSigning(school.director, asked, 'ru', NOW)
    const begun = await say({ step: 'begin', list: [...numbers, 1].map(result) })
    if (!('opened' in begun)) throw new Error('nothing was opened')
    expect(begun).toMatchObject({
      bin: school.bin,
      failed: [{ number: 1, message: headSigningMessages.ru.taken }],
    })
    const [one, two] = begun.opened
    if (!one || !two) throw new Error('nothing was opened')
    const employee = eds.key('employee', { iin: HEAD_IIN, bin: school.bin, organisation: 'Мектеп' })
    const prepareBy = (by: Issued, opened = one) => {
      const { payload: _, ...rest } = opened
      return say({ step: 'prepare', ...rest, signedXml: signXml(opened.payload, by) })
    }
    expect(await prepareBy(employee)).toEqual({
      status: 'failed',
      message: edsMessages.ru.failure('ROLE_NOT_ALLOWED', { moment: null, reader: 'head' }),
    })
    const prepared = await prepareBy(key, two)
    if (!('sheetId' in prepared)) throw new Error('nothing was prepared')
    const { sheetId } = prepared
    const cms = signCms(await openPrepared(school.director, sheetId, NOW), key, { signingTime: NOW })
    const pemOf = pem('CMS', cms)
    expect(await say({ step: 'finish', sheetId, cms: 'bm90IGEgc2lnbmF0dXJl' })).toEqual({
      status: 'failed',
      message: edsMessages.ru.failure('MALFORMED', { moment: null, reader: 'head' }),
    })
    expect(await say({ step: 'finish', sheetId, cms: pemOf })).toEqual({
      status: 'again',
      message: headSigningMessages.ru.again,
    })
    expect(await say({ step: 'finish', ...wrong })).toEqual({
      status: 'gone',
      message: headSigningMessages.ru.taken,
    })
  })

  it('is asked in a form that is known', () => {
    const list = [result(44007)]
    expect(signingStep.safeParse({ step: 'begin', list }).success).toBe(true)
    for (const asked of [
      {},
      { step: 'begin' },
      { step: 'begin', list: [{ number: 'x', reason: null }] },
      { step: 'finish', sheetId: 'x', cms: '' },
      { step: 'prepare', ...list[0], given: { number: 1, date: '2026-02-30' }, signedXml: '' },
      { step: 'finish', ...wrong, cms: 'x'.repeat(100_001) },
    ])
      expect(signingStep.safeParse(asked).success).toBe(false)
  })
})

describe('who may not', () => {
  it('finds nothing: strangers, clerks, heads of other schools, and who has an interest in it', async () => {
    const { school, list, numbers } = await waiting(1)
    const other = await freshSchool(a)
    const parent = list[0]?.parent
    const child = await addPerson([[school.id, 'director']], { iin: list[0]?.child.iin ?? '' })
    const strangers = [
      { ...other.director, iin: HEAD_IIN },
      { ...school.clerk, iin: HEAD_IIN },
      ...(parent ? [{ ...parent, ...{ memberships: school.director.memberships } }] : []),
      child,
    ]
    for (const stranger of strangers) {
      expect(await begin(stranger, numbers.map(result), NOW)).toEqual({ bin: '', opened: [], taken: numbers })
    }
    const [own] = await asActor(child, (tx) => listWaiting(tx, child, 'ru', NOW))
    // Another head of the school may sign it.
    expect(own).toMatchObject({ rows: [], count: 0, conflicting: 1, stuck: 0 })
  })

  it('is told to fill in the IIN first', async () => {
    const { school, numbers } = await waiting(1)
    await expect(begin({ ...school.director, iin: '' }, numbers.map(result), NOW)).rejects.toEqual(
      code('incomplete'),
    )
  })
})

describe('the list', () => {
  it('tells what is to be signed, numbered as it would be', async () => {
    const { school, numbers } = await waiting(2)
    const [list] = await asActor(school.director, (tx) => listWaiting(tx, school.director, 'ru', NOW))
    expect(list).toMatchObject({ count: 2, conflicting: 0, organisation: { id: school.id } })
    expect(list?.rows.map((row) => [row.number, row.given])).toEqual(
      numbers.map((number, i) => [number, { number: i + 1, label: String(i + 1), date: '2026-11-24' }]),
    )
    expect(list?.rows[0]).toMatchObject({
      paper: 'order',
      filledIn: expect.arrayContaining([expect.objectContaining({ field: 'grade', value: '5' })]),
      text: { letter: { invitation: { ru: expect.stringContaining('Просим вас подойти') } } },
    })
    expect(list?.rows[1]?.text.letter?.body.map((p) => p.ru).join(' ')).toContain('Приказу № 2')
  })
})
