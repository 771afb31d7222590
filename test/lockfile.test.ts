import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries } from '@/scripts/complete-lockfile.mjs'

const lock: { packages: Record<string, object> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

test('the lockfile serves every system (else: npm run lock:complete)', () => {
  expect(Object.keys(missingEntries(lock.packages))).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved"')
})
