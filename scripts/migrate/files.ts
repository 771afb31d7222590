import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const prismaFolder = resolve(import.meta.dirname, '../../prisma')

export const SCHEMA = join(prismaFolder, 'schema.prisma')
export const MIGRATIONS = join(prismaFolder, 'migrations')
export const LOCK = join(MIGRATIONS, 'migration_lock.toml')
/** The schema as the last migration left it: what the next migration starts from. */
export const SNAPSHOT = join(MIGRATIONS, 'schema.prisma.snapshot')

export const LOCK_TEXT = 'provider = "postgresql"\n'

export type Migration = { name: string; sql: string }

export function readMigrations(folder = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
}
