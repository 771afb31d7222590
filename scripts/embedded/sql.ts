import { PrismaPg } from '@prisma/adapter-pg'

type Row = Record<string, unknown>

/** One statement or a whole script, on a connection of its own; the rows of the (last) statement. */
export async function runSql(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }).connect()
  try {
    const result = await adapter.underlyingDriver().query<Row>(sql, values)
    return [result].flat().at(-1)?.rows ?? []
  } finally {
    await adapter.dispose()
  }
}
