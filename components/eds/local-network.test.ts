import { afterEach, expect, test, vi } from 'vitest'
import { localNetwork } from './local-network'

afterEach(() => {
  vi.unstubAllGlobals()
})

function browser(known: Record<string, PermissionState>, hostname = 'e-bilimal.kz'): void {
  vi.stubGlobal('window', { location: { hostname } })
  vi.stubGlobal('navigator', {
    permissions: {
      query: async ({ name }: { name: string }) => {
        if (!known[name]) throw new TypeError(`'${name}' is not a valid permission`)
        return { state: known[name] }
      },
    },
  })
}

test.each([
  ['a browser that asks nothing', {}, 'e-bilimal.kz', 'open'],
  ['the newer name', { 'loopback-network': 'denied' }, 'e-bilimal.kz', 'denied'],
  ['the older name', { 'local-network-access': 'prompt' }, 'e-bilimal.kz', 'prompt'],
  ['a page of this very computer', { 'local-network-access': 'prompt' }, 'localhost', 'open'],
  ['the same, forbidden', { 'local-network-access': 'denied' }, '127.0.0.1', 'denied'],
] as const)('%s', async (_, known, host, expected) => {
  browser(known, host)
  expect(await localNetwork()).toBe(expected)
})

test('a browser without permissions at all asks nothing', async () => {
  vi.stubGlobal('window', { location: { hostname: 'e-bilimal.kz' } })
  vi.stubGlobal('navigator', {})
  expect(await localNetwork()).toBe('open')
})
