import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditActions } from './admin-audit'

const LIB = join(import.meta.dirname, '..')

/** What stands as a word in a call of `audit`, or of the `note` by which a feature calls it. */
const noted = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => {
    const source = readFileSync(join(LIB, path), 'utf8')
    return [
      ...source.matchAll(/\b(?:audit|note)\(\s*tx,\s*(?:\{[^}]*?\baction: [^',}]*|actor, )'([A-Za-z.]+)'/g),
    ]
  })
  .map(([, action]) => action)

test.each(['kk', 'ru'] as const)('%s: the audit has words for whatever is noted', (locale) => {
  const actions = auditActions(locale)
  expect(noted).toEqual(expect.arrayContaining(['signIn', 'acting.appoint', 'family.childKept', 'role.give']))
  expect(noted.filter((action) => !action || !actions[action])).toEqual([])
})
