import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { DATABASE_NAME } from '@/scripts/embedded/postgres'
import { runSql } from '@/scripts/embedded/sql'

export type TestDatabase = {
  url: string
  /** The superuser's connection to the same database. */
  adminUrl: string
  /** Plain SQL past the app, to look or to break things; the rows of the last statement. */
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
}

/**
 * A migrated, empty database for one test file. Call it before the code under test first connects, at the top of
 * the file: `const database = await testDatabase()`. The app's own `prisma()` then uses it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await makeDatabase('template_of_tests')
  process.env.DATABASE_URL = database.url
  return database
}

/** A database with nothing in it, for tests of migrations. */
export function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase('template0')
}

async function makeDatabase(template: string): Promise<TestDatabase> {
  const server = inject('adminUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await runSql(server, `CREATE DATABASE ${name} OWNER e_bilimal TEMPLATE ${template} STRATEGY file_copy`)
  const adminUrl = new URL(server)
  adminUrl.pathname = name
  const url = new URL(adminUrl)
  url.username = DATABASE_NAME
  return {
    url: url.href,
    adminUrl: adminUrl.href,
    sql: (text, values) => runSql(url.href, text, values),
  }
}
