import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CATALOGUE } from '@/lib/services'
import { emptyDatabase } from '@/test/database'

/** `npm run db:migrate` in an environment that names the database and nothing else. */
function deploy(databaseUrl: string): string {
  return execFileSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/migrate/deploy.ts'],
    {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { NODE_ENV: 'production', PATH: process.env.PATH, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
    },
  )
}

it('brings an empty database to where the app can serve, and a second time changes nothing', async () => {
  const { url, sql } = await emptyDatabase()
  expect(deploy(url)).toMatch(/^applied \d+_init$/m)

  const services = await sql('SELECT DISTINCT slug FROM service_version')
  expect(services.map(({ slug }) => slug).sort()).toEqual(CATALOGUE.map(({ slug }) => slug).sort())
  const windows = await sql('SELECT DISTINCT service_slug FROM intake_window ORDER BY service_slug')
  expect(windows.map(({ service_slug }) => service_slug)).toEqual([
    'first-grade',
    'specialised-school',
    'tenth-grade',
  ])
  expect(await sql('SELECT amount FROM yearly_sum WHERE year = 2026')).toEqual([{ amount: 50_851 }])
  expect(await sql('SELECT count(*)::int AS n FROM region')).toEqual([{ n: 20 }])
  // Production refuses a database that a demo has filled.
  expect(await sql('SELECT id FROM demo_marker')).toEqual([])
  expect(await sql('SELECT id FROM organisation')).toEqual([])

  await sql(`UPDATE intake_window SET opens_at = '2020-01-01', answer_by = '2020-02-02'`)
  await sql('UPDATE yearly_sum SET amount = 1')
  const before = await everything(sql)
  expect(deploy(url)).toContain('The database is up to date.')
  expect(await everything(sql)).toEqual(before)
})

type Sql = Awaited<ReturnType<typeof emptyDatabase>>['sql']

function everything(sql: Sql) {
  const tables = ['region', 'district', 'calendar_day', 'service_version', 'intake_window', 'yearly_sum']
  return Promise.all(tables.map((table) => sql(`SELECT * FROM ${table} ORDER BY 1, 2`)))
}
