import { LOCK_TEXT, MIGRATIONS, type Migration, readMigrations } from './files'
import { withSchemaEngine } from './schema-engine'

/** Applies what is not yet applied and answers with the names of what was. */
export function applyMigrations(
  databaseUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: {
        baseDir: MIGRATIONS,
        lockfile: { path: 'migration_lock.toml', content: LOCK_TEXT },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
    })
    return appliedMigrationNames
  })
}
