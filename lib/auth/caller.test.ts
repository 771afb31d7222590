import { describe, expect, test } from 'vitest'
import { callerAddress, isOwnOrigin } from './caller'

describe('who calls', () => {
  test('the nearest proxy is believed, not what the caller claims', () => {
    expect(callerAddress(new Headers({ 'x-forwarded-for': '6.6.6.6, 10.0.0.7' }))).toBe('10.0.0.7')
    expect(callerAddress(new Headers())).toBe('unknown')
  })

  test.each([
    ['2a0d:1234:56:7:1::9', '2a0d:1234:56:7::/64'],
    ['2A0D:1234:0056:7:ffff:0:1:2', '2a0d:1234:56:7::/64'],
    ['2a0d::1', '2a0d:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::10.0.0.7', '64:ff9b:0:0::/64'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['10.0.0.7', '10.0.0.7'],
  ])('whoever has a whole network is one caller: %s', (address, counted) => {
    expect(callerAddress(new Headers({ 'x-forwarded-for': address }))).toBe(counted)
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
