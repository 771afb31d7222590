import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyDatabase } from '@/test/database'
import { applyMigrations } from './apply'
import { readCatalogue } from './catalogue'
import { diffSchemas } from './diff'
import { readMigrations, SCHEMA } from './files'
import { SQL_ONLY } from './sql-only'

const schema = readFileSync(SCHEMA, 'utf8')

async function byMigrations() {
  const database = await emptyDatabase()
  await applyMigrations(database.url)
  return readCatalogue(database.adminUrl)
}

async function bySchema() {
  const database = await emptyDatabase()
  await database.sql(await diffSchemas(database.adminUrl, '', schema))
  return readCatalogue(database.adminUrl)
}

test('the migrations make the database that schema.prisma describes, apart from what is named SQL-only', async () => {
  const [made, described] = await Promise.all([byMigrations(), bySchema()])
  const missing = SQL_ONLY.filter((name) => !made.has(name))
  expect(missing, 'named SQL-only, but no migration makes it').toEqual([])
  for (const name of SQL_ONLY) {
    made.delete(name)
    described.delete(name)
  }
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(described))
})

test('a migrated database needs nothing more', async () => {
  const database = await emptyDatabase()
  const names = readMigrations().map(({ name }) => name)
  expect(await applyMigrations(database.url)).toEqual(names)
  expect(await applyMigrations(database.url)).toEqual([])
})

test('a migration that PostgreSQL refuses says why and leaves nothing half made', async () => {
  const database = await emptyDatabase()
  const twice = { name: '20260101000000_twice', sql: 'CREATE TABLE t (a int);\nCREATE TABLE t (a int);' }
  await expect(applyMigrations(database.url, [twice])).rejects.toThrow('relation "t" already exists')
  expect(await database.sql(`SELECT to_regclass('t') AS found`)).toEqual([{ found: null }])
})

test('a function body with semicolons is one statement', async () => {
  const database = await emptyDatabase()
  const sql = 'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;'
  await applyMigrations(database.url, [{ name: '20260101000000_function', sql }])
  expect(await database.sql('SELECT two()')).toEqual([{ two: 2 }])
})
