import { PrismaPg } from '@prisma/adapter-pg'

type Row = Record<string, unknown>

/** One statement or a whole script; the rows of the (last) statement. */
export type Sql = (sql: string, values?: unknown[]) => Promise<Row[]>

/** One connection for all that is done with it: what a session sets stays. */
export async function withSql<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }).connect()
  try {
    return await work(async (sql, values) => {
      const result = await adapter.underlyingDriver().query<Row>(sql, values)
      return [result].flat().at(-1)?.rows ?? []
    })
  } finally {
    await adapter.dispose()
  }
}

/** On a connection of its own. */
export function runSql(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  return withSql(url, (run) => run(sql, values))
}
