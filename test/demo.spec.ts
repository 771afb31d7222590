import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, isPortFree } from '../scripts/embedded/ports'
import { removePostgres } from '../scripts/embedded/postgres'
import { startMark } from '../scripts/embedded/processes'
import { runSql } from '../scripts/embedded/sql'

const started: number[] = []
const folder = join(tmpdir(), `e-bilimal-demo-${process.pid}`)

test.setTimeout(240_000)
test.afterAll(async () => {
  for (const group of started) {
    try {
      process.kill(-group, 'SIGKILL')
    } catch {
      // It ended as it should.
    }
  }
  await removePostgres(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `npm run demo` as a person would, from another folder, until it is ready or has ended. */
async function demo(port: number, ...args: string[]) {
  const npm = spawn('npm', ['--prefix', resolve('.'), 'run', '-s', 'demo', '--', ...args], {
    cwd: tmpdir(),
    env: { ...process.env, PORT: String(port), DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const ended = once(npm, 'exit').then(([code]: (number | null)[]) => code)
  await new Promise<void>((done) => {
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (text) => {
        output += text
        if (/^E-Bilimal is ready: /m.test(output)) done()
      })
    }
    ended.then(() => done())
  })
  const pid = npm.pid ?? 0
  started.push(pid)
  return {
    output,
    ended,
    pid,
    /** Ctrl-C in a terminal reaches every process of the group. */
    interrupt: () => process.kill(-pid, 'SIGINT'),
  }
}

const launcherPid = () => Number(JSON.parse(readFileSync(`${folder}.launcher`, 'utf8')).pid)

async function fivePorts(): Promise<number> {
  for (;;) {
    const port = await freePort()
    const free = await Promise.all([0, 1, 2, 3, 4].map((step) => isPortFree(port + step)))
    if (port < 65_000 && free.every(Boolean)) return port
  }
}

async function expectNothingLeft(port: number, launcher: number) {
  expect(startMark(launcher)).toBeUndefined()
  for (const step of [0, 1, 2, 3, 4]) expect(await isPortFree(port + step), `port ${port + step}`).toBe(true)
}

test('npm run demo keeps its data, survives its own death and leaves nothing behind', async () => {
  const port = await fivePorts()
  const sql = (text: string) => {
    const password = readFileSync(join(folder, 'database.secret'), 'utf8')
    return runSql(`postgresql://e_bilimal:${password}@127.0.0.1:${port + 1}/e_bilimal`, text)
  }

  await test.step('starts, tells who can sign in and where the mail is', async () => {
    const first = await demo(port)
    expect(first.output.trimEnd()).toMatch(new RegExp(`E-Bilimal is ready: http://localhost:${port}$`, 'm'))
    expect(first.output).toContain('parent@demo.bilimal.kz')
    expect(first.output).toContain(`http://localhost:${port + 3}/messages`)
    expect(first.output).toContain(`http://127.0.0.1:${port + 4}  (stand-in for NCALayer)`)
    expect((await fetch(`http://localhost:${port}/api/health/ready`)).status).toBe(200)
    await sql('CREATE TABLE kept_mark ()')

    const second = await demo(port)
    expect(await second.ended).toBe(1)
    expect(second.output).toContain('already runs')

    process.kill(launcherPid(), 'SIGKILL')
    process.kill(first.pid, 'SIGKILL')
  })

  await test.step('starts again at once after SIGKILL, with its data', async () => {
    const again = await demo(port)
    expect(await sql(`SELECT to_regclass('kept_mark') AS found`)).toEqual([{ found: 'kept_mark' }])
    const launcher = launcherPid()
    process.kill(again.pid, 'SIGTERM')
    await again.ended
    await expectNothingLeft(port, launcher)
  })

  await test.step('names a port that is taken', async () => {
    const other = createServer().listen(port + 2, '127.0.0.1')
    await once(other, 'listening')
    const refused = await demo(port)
    expect(await refused.ended).toBe(1)
    expect(refused.output).toContain(`Port ${port + 2} is taken by another program.`)
    other.close()
  })

  await test.step('starts afresh with --reset and stops on Ctrl-C', async () => {
    const fresh = await demo(port, '--reset')
    expect(await sql(`SELECT to_regclass('kept_mark') AS found`)).toEqual([{ found: null }])
    const launcher = launcherPid()
    fresh.interrupt()
    await fresh.ended
    await expectNothingLeft(port, launcher)
  })
})
