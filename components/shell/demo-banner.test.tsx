import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { Room } from '@/app/[locale]/room'
import { env } from '@/lib/platform/env'
import { testDatabase } from '@/test/database'

await testDatabase()
afterEach(() => vi.restoreAllMocks())

const drawn = async (locale: string) =>
  renderToStaticMarkup(await Room({ params: Promise.resolve({ locale }), children: 'page' }))

test('each page of a room says that signatures of the demo are none, and only in the demo', async () => {
  expect(await drawn('ru')).toMatch(
    /<aside aria-label="Демонстрация".*юридической силы у них нет\.<\/aside>page$/,
  )
  expect(await drawn('kk')).toContain('заңды күші жоқ')
  env().EDS_TRUST = 'nca'
  expect(await drawn('ru')).toBe('page')
})
