import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crlSource } from './crl-source'
import { toHex } from './der'
import type { Issued } from './issuing/authority'
import { issueRevocationList, type RevocationListOptions } from './issuing/revocation-list'
import { AT, authority, later, neighbour, personKey, trust } from './services.fixture'

const { certificate } = personKey()
const REVOKED = { serial: certificate.serial, revokedAt: later(-30) }
const USUAL: RevocationListOptions = {
  thisUpdate: later(-60),
  nextUpdate: later(60),
  entries: [],
  number: 10,
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lists-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)
const list = (options: Partial<RevocationListOptions> = {}, issuer: Issued = authority) =>
  issueRevocationList(issuer, { ...USUAL, ...options })
const asked = (source = crlSource(folder), at = AT) => source(certificate, authority.certificate, trust, at)

describe('the source that looks into lists', () => {
  it('finds a key good, or revoked', async () => {
    put('a.crl', list())
    expect(await asked()).toMatchObject({ status: 'good', checkedAt: AT })
    put('a.crl', list({ entries: [REVOKED] }))
    expect(await asked()).toMatchObject({ status: 'revoked', at: later(-30) })
  })

  it('looks into the newest list', async () => {
    put('a.crl', list({ thisUpdate: later(-10), number: 11 }))
    put('b.crl', list({ entries: [REVOKED] }))
    expect(await asked()).toMatchObject({ status: 'good' })
  })

  it('adds the delta that goes with it', async () => {
    put('a.crl', list())
    put('d.crl', list({ number: 12, baseNumber: 10, thisUpdate: later(-5), entries: [REVOKED] }))
    expect(await asked()).toMatchObject({ status: 'revoked', at: later(-30) })
    put('d.crl', list({ number: 12, baseNumber: 11, thisUpdate: later(-5), entries: [REVOKED] }))
    expect(await asked()).toMatchObject({ status: 'good' })
  })

  it('says which lists it looked into, not all that is in them', async () => {
    const der = list()
    put('a.crl', der)
    const answer = await asked()
    if (answer.status !== 'good') throw new Error(answer.status)
    expect(toHex(answer.evidence)).toContain(createHash('sha256').update(der).digest('hex'))
    expect(answer.evidence.length).toBeLessThan(300)
  })

  it.each<[string, () => void]>([
    ['nothing', () => undefined],
    ['a list of another authority', () => put('a.crl', list({}, neighbour))],
    ['a list that another signed', () => put('a.crl', list({}, { ...authority, key: neighbour.key }))],
    ['a list gone by', () => put('a.crl', list({ thisUpdate: later(-200), nextUpdate: later(-6) }))],
    ['a list to come', () => put('a.crl', list({ thisUpdate: later(6), nextUpdate: later(200) }))],
    ['a delta alone', () => put('a.crl', list({ baseNumber: 9 }))],
    ['half a list', () => put('a.crl', list().subarray(0, 100))],
    ['text', () => put('a.crl', Buffer.from('<html>'))],
    ['a list of another name', () => put('a.crl.part', list())],
  ])('has no answer by %s', async (_, prepare) => {
    prepare()
    expect(await asked()).toMatchObject({ status: 'unavailable' })
  })

  it('has no answer without the folder', async () => {
    expect(await asked(crlSource(join(folder, 'absent')))).toMatchObject({ status: 'unavailable' })
  })

  it('reads a file again when it was changed', async () => {
    const source = crlSource(folder)
    put('a.crl', list())
    expect(await asked(source)).toMatchObject({ status: 'good' })
    put('a.crl', list({ entries: [REVOKED] }))
    utimesSync(join(folder, 'a.crl'), AT, AT)
    expect(await asked(source)).toMatchObject({ status: 'revoked' })
    rmSync(join(folder, 'a.crl'))
    expect(await asked(source)).toMatchObject({ status: 'unavailable' })
  })

  it('lets minutes go by between clocks', async () => {
    put('a.crl', list())
    expect(await asked(crlSource(folder), later(64))).toMatchObject({ status: 'good' })
    expect(await asked(crlSource(folder), later(66))).toMatchObject({ status: 'unavailable' })
  })
})
