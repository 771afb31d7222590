import { describe, expect, test } from 'vitest'
import { env } from '@/lib/platform/env'
import { testDatabase } from '@/test/database'
import { testEds } from '@/test/eds'
import { TUESDAY } from '@/test/school'
import { checkPaper, checkPayload, checkStatement, inspectCms } from './checking'
import { signCms } from './eds/issuing/sign-cms'
import { signXml } from './eds/issuing/sign-xml'
import type { Outcome } from './eds/outcome'

await testDatabase()
const eds = await testEds(TUESDAY)
const IIN = '850101300018'
const BIN = '990140000018'
const PDF = Buffer.from('%PDF-1.7 the stored bytes')
const XML = '<letter xmlns="urn:test"><number>7</number></letter>'

const parent = eds.key('person', { iin: IIN })
const head = eds.key('head', { iin: IIN, bin: BIN, organisation: 'МЕКТЕП' })
const sign = (key: typeof parent, content: Uint8Array = PDF) =>
  Buffer.from(signCms(content, key, { signingTime: TUESDAY }))
const said = async (outcome: Promise<Outcome>) => (await outcome).code

describe('a statement', () => {
  test('is signed by the applicant’s own key', async () => {
    const outcome = await checkStatement(sign(parent), PDF, IIN, TUESDAY)
    expect(outcome).toMatchObject({ status: 'VALID', signer: { iin: IIN, roles: ['person'] } })
    expect(await said(checkStatement(sign(head), PDF, IIN, TUESDAY))).toBe('ROLE_NOT_ALLOWED')
    expect(await said(checkStatement(sign(parent), PDF, '850101300019', TUESDAY))).toBe('IIN_MISMATCH')
    expect(await said(checkStatement(sign(parent, Buffer.from('other')), PDF, IIN, TUESDAY))).toBe(
      'CONTENT_MISMATCH',
    )
  })

  test('may wait for the responder, a revoked key may not', async () => {
    const key = eds.key('person', { iin: IIN })
    eds.setUp(false)
    expect(await checkStatement(sign(key), PDF, IIN, TUESDAY)).toMatchObject({
      status: 'VALID_REVOCATION_PENDING',
    })
    eds.setUp(true)
    eds.revoke(key, new Date('2026-11-20T00:00:00Z'))
    expect(await checkStatement(sign(key), PDF, IIN, TUESDAY)).toMatchObject({
      code: 'CERT_REVOKED',
      moment: new Date('2026-11-20T00:00:00Z'),
    })
  })

  test('is not one that was signed the day before yesterday', async () => {
    const later = new Date(TUESDAY.getTime() + 25 * 60 * 60 * 1000)
    expect(await said(checkStatement(sign(parent), PDF, IIN, later))).toBe('SIGNATURE_TOO_OLD')
  })
})

describe('a paper', () => {
  test('is signed by the head of this very organisation, with a key that is known to be good', async () => {
    const signer = { iin: IIN, bin: BIN }
    expect(await said(checkPaper(sign(head), PDF, signer, TUESDAY))).toBe('OK')
    expect(await said(checkPaper(sign(head), PDF, { iin: IIN, bin: '990140000019' }, TUESDAY))).toBe(
      'BIN_MISMATCH',
    )
    const employee = eds.key('employee', { iin: IIN, bin: BIN })
    expect(await said(checkPaper(sign(employee), PDF, signer, TUESDAY))).toBe('ROLE_NOT_ALLOWED')
    expect(await said(checkPaper(sign(parent), PDF, signer, TUESDAY))).toBe('ROLE_NOT_ALLOWED')
    eds.setUp(false)
    expect(await said(checkPaper(sign(head), PDF, signer, TUESDAY))).toBe('REVOCATION_UNAVAILABLE')
    eds.setUp(true)
  })

  test('carries the XML that was given to be signed, and no other', async () => {
    const signer = { iin: IIN, bin: BIN }
    const signed = signXml(XML, head)
    expect(await said(checkPayload(signed, XML, signer, TUESDAY))).toBe('OK')
    expect(await said(checkPayload(signed, XML.replace('7', '8'), signer, TUESDAY))).toBe('CONTENT_MISMATCH')
  })
})

describe('where signatures have to carry a time stamp', () => {
  test('one without is told so, and one with it proves the time', async () => {
    env().EDS_TIME_STAMP = 'required'
    const stamped = Buffer.from(signCms(PDF, parent, { signingTime: TUESDAY, stamp: eds.stamp }))
    expect(await said(checkStatement(sign(parent), PDF, IIN, TUESDAY))).toBe('TIMESTAMP_REQUIRED')
    expect(await checkStatement(stamped, PDF, IIN, TUESDAY)).toMatchObject({
      status: 'VALID',
      signer: { stampedAt: TUESDAY },
    })
    // An XML signature has no place for one.
    expect(await said(checkPayload(signXml(XML, head), XML, { iin: IIN, bin: BIN }, TUESDAY))).toBe('OK')
    env().EDS_TIME_STAMP = 'off'
  })
})

test('anyone’s signature is shown with its signer, whoever that is', async () => {
  const attached = Buffer.from(signCms(PDF, parent, { signingTime: TUESDAY, isAttached: true }))
  expect(await inspectCms(attached, 'attached', TUESDAY)).toMatchObject({
    status: 'VALID',
    signer: { iin: IIN },
  })
  expect(await inspectCms(sign(head), PDF, TUESDAY)).toMatchObject({ status: 'VALID', signer: { bin: BIN } })
})
