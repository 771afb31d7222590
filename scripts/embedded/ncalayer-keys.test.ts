import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toHex } from '@/lib/signatures/eds/der'
import { signerOf } from '@/lib/signatures/eds/signer'
import { readTrustDirectory } from '@/lib/signatures/eds/trust-directory'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { PEOPLE } from '@/prisma/seed/people'
import { openKeys } from './ncalayer-keys'
import { demoHolders } from './ncalayer-people'

const DAY = 24 * 60 * 60 * 1000
const AT = new Date('2026-03-01T07:00:00Z')
const folder = join(tmpdir(), `ncalayer-keys-${process.pid}`)
const open = (now: Date) => openKeys(folder, demoHolders(), () => now)
const first = open(AT)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const serialOf = (keys: typeof first, id: string) => {
  const key = keys.all().find((each) => each.id === id)
  return key ? toHex(key.issued.certificate.serial) : null
}

test('no authority can be taken for that of the country', () => {
  const { roots, intermediates } = readTrustDirectory(first.trust)
  expect([roots.length, intermediates.length]).toEqual([1, 1])
  for (const { subjectText } of [...roots, ...intermediates]) expect(subjectText).toMatch(/ДЕМО .*НЕ НУЦ РК/)
})

test('every head has a key of the own organisation', () => {
  const directors = PEOPLE.filter(({ memberships }) => memberships.some(({ role }) => role === 'director'))
  expect(directors.length).toBeGreaterThan(0)
  for (const { key, iin, memberships } of directors) {
    const issued = first.all().find(({ id }) => id === key)?.issued
    const bin = ORGANISATIONS.find((each) => each.key === memberships[0]?.organisation)?.bin
    expect(issued && signerOf(issued.certificate)).toMatchObject({ iin, bin, roles: ['head'] })
  }
})

test('keys are kept, and made anew when they have run out', () => {
  const soon = open(new Date(AT.getTime() + 300 * DAY))
  for (const { id } of first.all()) expect(serialOf(soon, id)).toBe(serialOf(first, id))
  const inTwoYears = new Date(AT.getTime() + 730 * DAY)
  const later = open(inTwoYears)
  expect(later.authority.root.der).toEqual(first.authority.root.der)
  for (const { id, kind, issued } of later.all()) {
    expect(serialOf(later, id) === serialOf(first, id), id).toBe(kind === 'expired')
    expect(issued.certificate.validTo > inTwoYears, id).toBe(kind !== 'expired')
  }
  expect(later.revokedAt(serialOf(later, 'parent-revoked') ?? '')).toEqual(inTwoYears)
  expect(later.revokedAt(serialOf(first, 'parent-revoked') ?? '')).toEqual(AT)
  expect(later.revokedAt(serialOf(later, 'parent') ?? '')).toBeNull()
})
