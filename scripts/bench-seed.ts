/**
 * Fills the two databases that `npm run bench:queue` compares: 10,000 applications of 70 organisations, and 1,000,000
 * of 7,000. They are kept in .data/bench, or in DATA_FOLDER; a second run makes them anew. With a word after it only
 * that one: `npm run bench:seed -- small`.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import { seedGround } from '@/prisma/seed/ground'
import { APPLICATIONS, ROWS } from './bench/applications'
import { layGround } from './bench/ground'
import { type Bench, LARGE, SMALL, startBench } from './bench/place'
import { PEOPLE_AND_PLACES } from './bench/steps'
import { TRACES } from './bench/traces'
import { DATABASE_NAME } from './embedded/postgres'
import { runSql, type Sql, withSql } from './embedded/sql'
import { applyMigrations } from './migrate/apply'

const NOW = new Date()
const server = await startBench()
try {
  const only = process.argv[2]
  for (const bench of [SMALL, LARGE]) if (!only || bench.name.endsWith(only)) await make(bench)
} finally {
  await server.stop()
}

async function make(bench: Bench): Promise<void> {
  const count = (n: number) => n.toLocaleString('en')
  console.log(
    `\n${bench.name}: ${count(bench.applications)} applications, ${count(bench.organisations)} organisations`,
  )
  await runSql(server.adminUrl, `DROP DATABASE IF EXISTS ${bench.name}`)
  await runSql(server.adminUrl, `CREATE DATABASE ${bench.name} OWNER ${DATABASE_NAME}`)
  const url = server.urlOf(bench, 'app')
  await applyMigrations(url)
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
  await seedGround(prisma, NOW)
  await prisma.$disconnect()

  const began = Date.now()
  const rows = await withSql(server.urlOf(bench, 'admin'), (sql) => fill(sql, bench))
  const seconds = (Date.now() - began) / 1000
  const [size] = await runSql(url, 'SELECT pg_size_pretty(pg_database_size(current_database())) AS size')
  console.log(
    `${count(rows)} rows, ${size?.size}, in ${seconds.toFixed(0)} s: ${count(Math.round(rows / seconds))} rows/s`,
  )
}

async function fill(sql: Sql, bench: Bench): Promise<number> {
  // What refers to what is true by the way the rows are made; checking it row by row would take most of the time.
  await sql(
    `SET session_replication_role = replica; SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'`,
  )
  await layGround(sql, bench, NOW)
  let all = 0
  const step = async (table: string, text: string) => {
    const began = Date.now()
    const [done] = await sql(`WITH made AS (${text} RETURNING 1) SELECT count(*)::int AS n FROM made`)
    const rows = Number(done?.n)
    all += rows
    console.log(`${table.padEnd(22)}${String(rows).padStart(9)} rows ${since(began)}`)
  }
  for (const { table, sql: text } of PEOPLE_AND_PLACES) await step(table, text)
  const indexes = await dropIndexes(sql)
  await sql(ROWS)
  await sql('CREATE INDEX ON bench_row (n); ANALYZE bench_row')
  for (const { table, sql: text } of [...APPLICATIONS, ...TRACES]) await step(table, text)
  await sql(`SELECT setval(pg_get_serial_sequence('application', 'number'), 44000 + ${bench.applications})`)
  await sql('DROP TABLE bench_row')
  const began = Date.now()
  for (const definition of indexes) await sql(definition)
  await sql('VACUUM ANALYZE')
  console.log(`${'indexes'.padEnd(22)}${String(indexes.length).padStart(9)}      ${since(began)}`)
  return all
}

/** All but the primary keys, and how to make them again: one sort of all rows takes less than a million insertions. */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const rows = await sql(`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)`)
  for (const { name } of rows) await sql(`DROP INDEX ${name}`)
  return rows.map(({ definition }) => String(definition))
}

function since(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s`
}
