import { unstable_doesMiddlewareMatch as doesProxyMatch } from 'next/experimental/testing/server'
import { expect, test } from 'vitest'
import { config } from './proxy'

const matches = (path: string) => doesProxyMatch({ config, url: path, nextConfig: {} })

test.each([
  '/',
  '/faq',
  '/kk/login',
  // A dot in an address makes it no file: such a page would have no content security policy.
  '/kk/confirm/a.b',
  '/ru/cabinet/applications/44.007',
])('%s is a page', (path) => expect(matches(path)).toBe(true))

test.each(['/api/health/live', '/v/7K3M', '/_next/static/chunks/main.js', '/robots.txt'])(
  '%s passes by',
  (path) => expect(matches(path)).toBe(false),
)
