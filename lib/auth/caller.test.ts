import { describe, expect, test } from 'vitest'
import { callerAddress, isOwnOrigin } from './caller'

describe('who calls', () => {
  test('the nearest proxy is believed, not what the caller claims', () => {
    expect(callerAddress(new Headers({ 'x-forwarded-for': '6.6.6.6, 10.0.0.7' }))).toBe('10.0.0.7')
    expect(callerAddress(new Headers())).toBe('unknown')
  })

  test.each([
    [{ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }, true],
    [{ origin: 'https://e.bilimal.kz', host: '10.0.0.7:3000', 'x-forwarded-host': 'e.bilimal.kz' }, true],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, false],
    [{ origin: 'https://evil.example', host: 'e.bilimal.kz' }, false],
    [{ origin: 'null', host: 'e.bilimal.kz' }, false],
    [{ host: 'e.bilimal.kz' }, false],
  ])('%j is a page of ours: %s', (headers, own) => {
    expect(isOwnOrigin(new Headers(headers as Record<string, string>))).toBe(own)
  })
})
