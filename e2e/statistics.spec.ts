import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { MOST_ITEMS } from '@/lib/domain/batch'
import { batchMessages } from '@/lib/i18n/batches'
import { queueMessages } from '@/lib/i18n/queue'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { workMessages } from '@/lib/i18n/work'
import { comeIn } from './pages/account'
import { expectTitle, follow, open, press } from './pages/room'
import { settleParent } from './people'
import { expect, test } from './test'

test.use({ language: 'kk', javaScriptEnabled: false })

const t = batchMessages.kk

test('several at once without a script, and what comes of it in the numbers', async ({
  reader,
  offices,
  settle,
}) => {
  const families = [await settleParent('kk'), await settleParent('kk'), await settleParent('kk')] as const
  const [one, two, three] = families
  const first = await settle('sent', one, offices)
  const second = await settle('sent', two, offices)
  const over = await settle('registered', three, offices)
  await comeIn(reader, offices.school.clerk)

  await open(reader, '/work')
  await press(reader, t.action.register)
  await expect(reader.page.getByText(t.nothing)).toBeVisible()

  await open(reader, '/work?view=all')
  for (const number of [first, second, over])
    await reader.page.getByLabel(queueMessages.kk.tickOne(number)).check()
  await press(reader, t.action.register)
  await expectTitle(reader, t.plan.title.register(2))
  const rowOf = (number: number) =>
    reader.page.getByRole('row').filter({ hasText: workMessages.kk.queue.numbered(number) })
  await expect(rowOf(first)).toContainText(t.plan.will.register)
  await expect(rowOf(over)).toContainText(t.page.obstacles.registered)

  await press(reader, t.action.register)
  await expectTitle(reader, t.page.title.register)
  await expect(async () => {
    await reader.page.reload()
    await expect(reader.page.getByText(t.page.progress(3, 3))).toBeVisible()
  }).toPass()
  for (const number of [first, second]) await expect(rowOf(number)).toContainText(t.page.done.register)
  await expect(rowOf(over)).toContainText(t.page.obstacles.registered)
  await follow(reader, t.title)
  await expect(reader.page.getByText(t.list.failed(1))).toBeVisible()

  const s = statisticsMessages.kk
  await open(reader, '/work/statistics')
  await expectTitle(reader, s.title)
  await expect(reader.page.getByRole('definition').first()).toHaveText(/^\d+$/)
  await expect(reader.page.getByLabel(s.export.personal)).toBeVisible()

  const download = async (query: string) => {
    const answer = await reader.page.request.get(`/api/statistics/export?period=month&${query}`)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toContain('attachment')
    return answer.body()
  }
  const csv = (await download('format=csv')).toString()
  const rows: string[][] = parse(csv, { bom: true, delimiter: ';' })
  const numbers = rows.map(([number]) => Number(number))
  expect(numbers).toEqual(expect.arrayContaining([first, second, over]))
  expect(csv).not.toContain(one.child.iin)
  const book = unzipSync(await download('format=xlsx&personal=yes'))
  expect(strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(one.child.iin)
  expect((await reader.page.request.get('/api/statistics/export?period=week')).status()).toBe(404)
  const many = Array.from({ length: MOST_ITEMS + 1 }, (_, at) => at + 1).join('.')
  await open(reader, `/work/batches/new?action=register&numbers=${many}`)
  await expect(reader.page.getByRole('main').getByRole('button')).toHaveCount(0)
})
