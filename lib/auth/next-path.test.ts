import { describe, expect, test } from 'vitest'
import { nextPath } from './next-path'

describe('where a person goes after signing in', () => {
  test.each([
    ['/ru/cabinet/applications/44007', '/ru/cabinet/applications/44007'],
    ['/kk/cabinet/applications/44007/edit?step=child', '/ru/cabinet/applications/44007/edit?step=child'],
    ['/kk', '/ru'],
    [null, '/ru/cabinet'],
    ['', '/ru/cabinet'],
    ['https://evil.example/ru/cabinet', '/ru/cabinet'],
    ['//evil.example', '/ru/cabinet'],
    ['/ru//evil.example', '/ru/cabinet'],
    ['/ru/../../evil', '/ru/cabinet'],
    ['/\\evil.example', '/ru/cabinet'],
    ['/ru/cabinet\n//evil.example', '/ru/cabinet'],
    ['/ru/%2f%2fevil.example', '/ru/cabinet'],
    ['javascript:alert(1)', '/ru/cabinet'],
    ['/en/cabinet', '/ru/cabinet'],
    ['/russia', '/ru/cabinet'],
    ['/api/papers/statement/44007', '/api/papers/statement/44007'],
    ['/api/papers//evil.example', '/ru/cabinet'],
    ['/api/papers/../auth/signout', '/ru/cabinet'],
    ['/api/auth/signout', '/ru/cabinet'],
  ])('%j leads to %s', (wanted, path) => {
    expect(nextPath(wanted, 'ru')).toBe(path)
  })
})
