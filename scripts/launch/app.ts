import { dirname } from 'node:path'
import { type Guarded, spawnGuarded } from '../embedded/guarded'
import { applyMigrations } from '../migrate/apply'
import { NEXT, SERVER } from './build'
import type { Parts } from './parts'
import { ROOT, runNode } from './run'

export type App = { url: string; ended: Promise<number | null>; stop: () => Promise<void> }

/** Brings the database up to date and fills it with the demo's schools and people, once. */
export async function prepareDatabase(parts: Parts): Promise<string[]> {
  const applied = await applyMigrations(parts.database.url)
  await runNode({
    name: 'Seeding',
    args: ['--conditions=react-server', '--import', 'tsx', `${ROOT}/scripts/launch/seed.ts`],
    env: parts.environment,
  })
  return applied
}

/** Serves the app, and returns when it answers. */
export async function startApp(parts: Parts, mode: 'demo' | 'dev', output: number | 'inherit'): Promise<App> {
  const { APP_URL: url = '', PORT: port = '' } = parts.environment
  const server = spawnGuarded({
    command: process.execPath,
    args: mode === 'demo' ? [SERVER] : [NEXT, 'dev', '--port', port, '--hostname', '127.0.0.1'],
    signal: 'TERM',
    output,
    cwd: mode === 'demo' ? dirname(SERVER) : ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', HOSTNAME: '127.0.0.1', ...parts.environment },
  })
  try {
    await untilAnswers(`${url}/api/health/live`, server)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url, ended: server.ended, stop: server.stop }
}

async function untilAnswers(address: string, server: Guarded): Promise<void> {
  let gone = false
  server.ended.finally(() => {
    gone = true
  })
  while (!gone) {
    const answers = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The app did not start.')
}
