import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '@/lib/platform/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { DATABASE_NAME } from '@/scripts/embedded/postgres'
import { runSql } from '@/scripts/embedded/sql'

export type TestDatabase = {
  url: string
  /** The superuser's connection to the same database. */
  adminUrl: string
  /** Plain SQL past the app, to look or to break things; the rows of the last statement. */
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
}

const global = globalThis as { __prisma?: PrismaClient }

/**
 * A migrated, empty database for one test file: `const database = await testDatabase()` at its top. The app's own
 * `prisma()` then uses it; files that share a process follow one another.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await makeDatabase('template_of_tests')
  process.env.DATABASE_URL = database.url
  await global.__prisma?.$disconnect()
  global.__prisma = connect(database.url)
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
