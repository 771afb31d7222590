import { closeSync, mkdirSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { freePort } from '../scripts/embedded/ports'
import { type App, prepareDatabase, startApp } from '../scripts/launch/app'
import { type Build, PRODUCT } from '../scripts/launch/build'
import { passingFolder } from '../scripts/launch/data-folder'
import { type Parts, startParts } from '../scripts/launch/parts'

export type Stack = Omit<App, 'ended'> & { parts: Parts }

/**
 * The production build with parts of its own and the demo's schools and people in fresh data. The journeys share
 * one; a test that breaks something (stops the database, say) starts another for itself and stops it at the end.
 */
export async function startStack(build: Build = PRODUCT): Promise<Stack> {
  const folder = await passingFolder()
  const ports = {
    app: await freePort(),
    database: await freePort(),
    store: await freePort(),
    mailbox: await freePort(),
    ncalayer: await freePort(),
  }
  let parts: Parts | undefined
  const remove = async () => {
    await parts?.stop()
    await folder.remove()
  }
  try {
    parts = await startParts(folder, ports, false)
    await prepareDatabase(parts, build)
    const logs = resolve(import.meta.dirname, '../test-results')
    mkdirSync(logs, { recursive: true })
    const log = openSync(resolve(logs, `app-${ports.app}.log`), 'w')
    const app = await startApp(parts, build, log)
    closeSync(log)
    const stop = async () => {
      await app.stop()
      await remove()
    }
    return { url: app.url, stop, parts }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What the journeys read from their environment. */
export function stackEnvironment({ url, parts }: Stack): Record<string, string> {
  return {
    E2E_APP_URL: url,
    E2E_MAILBOX_URL: parts.mailbox.url,
    E2E_DATABASE_URL: parts.database.url,
    E2E_NCALAYER_URL: parts.ncaLayer.url,
    E2E_KEYS_FOLDER: parts.ncaLayer.folder,
    E2E_CRON_SECRET: parts.environment.CRON_SECRET ?? '',
    E2E_SETTINGS: JSON.stringify(parts.environment),
  }
}
