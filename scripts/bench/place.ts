import { mkdirSync } from 'node:fs'
import { freePort } from '../embedded/ports'
import { type Postgres, startPostgres } from '../embedded/postgres'
import { benchFolder } from '../launch/data-folder'

/** Organisations of one district: as many in each database, so that a methodist has as much to read in both. */
export const IN_DISTRICT = 70

export type Bench = { name: string; applications: number; organisations: number }

/** Both have the same number of applications to an organisation; the second is the whole country. */
export const SMALL: Bench = { name: 'bench_small', applications: 10_000, organisations: 70 }
export const LARGE: Bench = { name: 'bench_large', applications: 1_000_000, organisations: 7_000 }

/** Kept from one run to the next; DATA_FOLDER keeps it elsewhere. */
export async function startBench(): Promise<
  Postgres & { urlOf: (bench: Bench, as: 'app' | 'admin') => string }
> {
  const folder = benchFolder()
  mkdirSync(folder.path, { recursive: true })
  const server = await startPostgres({
    dataDir: folder.postgres,
    port: await freePort(),
    log: folder.log('postgres'),
    password: folder.secret('database'),
    durable: false,
  })
  return {
    ...server,
    urlOf({ name }, as) {
      const url = new URL(as === 'app' ? server.url : server.adminUrl)
      url.pathname = name
      return url.href
    },
  }
}
