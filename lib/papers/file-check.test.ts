import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { pem } from '@/lib/signatures/eds/issuing/pem'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { seedSchools, TUESDAY } from '@/test/school'
import { checkUpload, MOST_BYTES } from './file-check'
import { type IssuedPaper, issue, OFFICE, signIssued, signPayload, someApplication } from './issued.fixture'

await testDatabase()
const eds = await testEds(TUESDAY)
const person = eds.key('person', { surname: 'ӘЛИЕВА', given: 'ГҮЛІМ', iin: '881102400015' })
const head = eds.key('head', { organisation: 'МЕКТЕП', ...OFFICE })

const PDF = Buffer.from('%PDF-1.7 a stranger’s contract')
const sign = (isAttached = false) => Buffer.from(signCms(PDF, person, { signingTime: TUESDAY, isAttached }))
const XML = '<contract xmlns="urn:test"><sum>7</sum></contract>'

let paper: IssuedPaper
let cmsOfPaper: Buffer
let xmlOfPaper: Buffer

beforeAll(async () => {
  const { a } = await seedSchools()
  paper = await issue(await someApplication(a), a, 'eds')
  cmsOfPaper = await signIssued(paper, head)
  xmlOfPaper = await signPayload(paper, head)
})

const named = (bytes: Uint8Array | null, name: string) => bytes && { name, bytes: new Uint8Array(bytes) }
const upload = (file: Uint8Array | null, beside: Uint8Array | null = null) =>
  checkUpload({ file: named(file, 'file'), beside: named(beside, 'contract.pdf') }, TUESDAY)

describe('anyone’s signature', () => {
  const valid = {
    status: 'signature',
    signature: {
      failure: null,
      signer: { name: 'ӘЛИЕВА ГҮЛІМ', iinEnding: '0015', roles: ['person'] },
      marks: { content: 'holds', chain: 'holds', time: 'holds', revocation: 'holds' },
    },
  }

  it.each([
    ['DER', () => sign()],
    ['base64', () => Buffer.from(sign().toString('base64'))],
    ['PEM', () => Buffer.from(pem('CMS', sign()))],
  ])('in %s, beside its document', async (_, cms) => {
    const answer = await upload(cms(), PDF)
    expect(answer).toMatchObject({ ...valid, signed: { name: 'contract.pdf', bytes: PDF.length } })
    expect(JSON.stringify(answer)).not.toContain('881102400015')
  })

  it('and the two files the other way round', async () => {
    expect(await upload(PDF, sign())).toMatchObject(valid)
  })

  it('with its document inside', async () => {
    expect(await upload(sign(true))).toMatchObject({ ...valid, signed: { name: null, bytes: PDF.length } })
  })

  it('in an XML', async () => {
    expect(await upload(Buffer.from(signXml(XML, person)))).toMatchObject(valid)
  })

  it('that is detached asks for its document', async () => {
    expect(await upload(sign())).toEqual({ status: 'fault', fault: 'needsDocument' })
  })

  it('that does not hold says why', async () => {
    expect(await upload(sign(), Buffer.from('%PDF-1.7 another'))).toMatchObject({
      signature: { failure: { code: 'CONTENT_MISMATCH' }, marks: { content: 'fails' } },
    })
    const changed = signXml(XML, person).replace('<sum>7</sum>', '<sum>8</sum>')
    expect(await upload(Buffer.from(changed))).toMatchObject({ signature: { marks: { content: 'fails' } } })
    expect(await upload(sign().subarray(0, 500))).toMatchObject({
      signature: { failure: { code: 'MALFORMED' }, signer: null },
    })
    const revoked = eds.key('person', { iin: '881102400015' })
    eds.revoke(revoked, new Date('2026-11-20T00:00:00Z'))
    expect(await upload(Buffer.from(signXml(XML, revoked)))).toMatchObject({
      signature: {
        failure: { code: 'CERT_REVOKED', moment: '2026-11-20T00:00:00.000Z' },
        marks: { chain: 'holds', revocation: 'fails' },
      },
    })
  })

  it('waits for the responder in words', async () => {
    eds.setUp(false)
    expect(await upload(sign(true))).toMatchObject({ signature: { marks: { revocation: 'pending' } } })
    eds.setUp(true)
  })

  it('is kept nowhere; that one was looked at is', async () => {
    const before = await prisma().signature.count()
    await upload(sign(true))
    expect(await prisma().signature.count()).toBe(before)
    expect(
      await prisma().auditEvent.findFirstOrThrow({
        where: { action: 'signature.inspect' },
        orderBy: { at: 'desc' },
      }),
    ).toMatchObject({ actorId: null, subject: 'signature:foreign', detail: { code: 'OK' } })
  })
})

describe('a file of ours', () => {
  it('leads to its paper: a PDF, a CMS in any dress, a signed XML', async () => {
    const found = { status: 'hash', sha256: paper.sha256 }
    for (const file of [paper.pdf, cmsOfPaper, Buffer.from(cmsOfPaper.toString('base64')), xmlOfPaper])
      expect(await upload(file)).toEqual(found)
    expect(await upload(cmsOfPaper, paper.pdf)).toEqual(found)
  })

  it('does not pass for the signature of another document', async () => {
    expect(await upload(cmsOfPaper, PDF)).toMatchObject({
      signature: { failure: { code: 'CONTENT_MISMATCH' } },
    })
  })
})

describe('what is not looked at', () => {
  it.each([
    ['no file', null, 'missing'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'notForHere'],
    ['5 MB and a byte', Buffer.alloc(MOST_BYTES + 1, 0x30), 'tooLarge'],
  ])('%s', async (_, file, fault) => {
    expect(await upload(file)).toEqual({ status: 'fault', fault })
  })
})
