import { dirname } from 'node:path'
import { type Guarded, spawnGuarded } from '../embedded/guarded'
import { applyMigrations } from '../migrate/apply'
import { type Build, NEXT, PRODUCT, serverOf, sourcesOf } from './build'
import type { Parts } from './parts'
import { Refusal } from './refusal'
import { ROOT, runNode } from './run'

// `next dev` compiles before its first answer.
const START_MS = 90_000

export type App = { url: string; ended: Promise<number | null>; stop: () => Promise<void> }

/** Brings the database up to date and fills it with the demo's schools and people, once. */
export async function prepareDatabase(parts: Parts, build: Build = PRODUCT): Promise<string[]> {
  const applied = await applyMigrations(parts.database.url).catch((error: Error) => {
    throw new Refusal(
      `${error.message}\nThe data may be older than a migration that was rewritten; --reset starts afresh.`,
    )
  })
  await runNode({
    name: 'Seeding',
    args: ['--conditions=react-server', '--import', 'tsx', `${ROOT}/scripts/launch/seed.ts`],
    env: { ...parts.environment, ...sourcesOf(build) },
  })
  return applied
}

/** Serves a build, or the sources as they change, and returns when the app answers. */
export async function startApp(parts: Parts, mode: Build | 'dev', output: number | 'inherit'): Promise<App> {
  const { APP_URL: url = '', PORT: port = '' } = parts.environment
  const server = spawnGuarded({
    command: process.execPath,
    args: mode === 'dev' ? [NEXT, 'dev', '--port', port, '--hostname', '127.0.0.1'] : [serverOf(mode)],
    signal: 'TERM',
    output,
    cwd: mode === 'dev' ? ROOT : dirname(serverOf(mode)),
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
  const deadline = Date.now() + START_MS
  let last = `${address} does not answer`
  while (!gone && Date.now() < deadline) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(START_MS) }).catch(() => undefined)
    if (answer?.ok) return
    if (answer) last = `${address} answers ${answer.status}`
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Refusal(`The app did not start: ${gone ? 'it ended' : last}.`)
}
