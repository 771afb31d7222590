import type { TestProject } from 'vitest/node'
import { freePort } from '../scripts/embedded/ports'
import { runSql } from '../scripts/embedded/sql'
import { passingFolder } from '../scripts/launch/data-folder'
import { startParts } from '../scripts/launch/parts'
import { applyMigrations } from '../scripts/migrate/apply'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged
  interface ProvidedContext {
    environment: Record<string, string>
    adminUrl: string
  }
}

/** One server of each kind for the whole run; every test file takes its own database from the template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await passingFolder()
  const ports = {
    app: await freePort(),
    database: await freePort(),
    store: await freePort(),
    mailbox: await freePort(),
    ncalayer: await freePort(),
  }
  const parts = await startParts(folder, ports, false).catch(async (error) => {
    await folder.remove()
    throw error
  })
  await applyMigrations(parts.database.url)
  await runSql(parts.database.adminUrl, 'ALTER DATABASE e_bilimal RENAME TO template_of_tests')

  // Without a database of its own a test file must not reach any.
  const { DATABASE_URL: _, ...environment } = parts.environment
  project.provide('environment', environment)
  project.provide('adminUrl', parts.database.adminUrl)
  return async () => {
    await parts.stop()
    await folder.remove()
  }
}
