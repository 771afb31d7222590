import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { passingFolder } from '@/scripts/launch/data-folder'
import { freePort } from './ports'
import { type PostgresOptions, removePostgres, startPostgres } from './postgres'
import { claimPlace, clusterFolder, runsAsRoot } from './postgres-place'
import { endProcess, startMark } from './processes'
import { runSql } from './sql'

const folder = await passingFolder()
let options: PostgresOptions

beforeEach(async () => {
  options = {
    dataDir: folder.postgres,
    port: await freePort(),
    log: folder.log('postgres'),
    password: "it's a : secret/ 100 %",
    durable: false,
  }
})

afterAll(() => folder.remove())

const pidFile = () => join(clusterFolder(options.dataDir), 'postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

/** Starts the server from another process, which then waits. */
async function startElsewhere(): Promise<ChildProcess> {
  const program = `import { startPostgres } from ${JSON.stringify(resolve('scripts/embedded/postgres.ts'))}
    startPostgres(${JSON.stringify(options)}).then(() => console.log('started'))
    setInterval(() => {}, 1000)`
  const script = join(folder.path, 'elsewhere.mts')
  writeFileSync(script, program)
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

test('keeps its data from one start to the next and sorts as Kazakh does', async () => {
  const first = await startPostgres(options)
  await runSql(
    first.url,
    `CREATE TABLE word (text text); INSERT INTO word VALUES ('ұ'), ('я'), ('ә'), ('б'), ('а')`,
  )
  await first.stop()
  const second = await startPostgres(options)
  const words = await runSql(second.url, 'SELECT text FROM word ORDER BY text')
  expect(words.map(({ text }) => text).join('')).toBe('аәбұя')
  await second.stop()
})

test('the application is no superuser', async () => {
  const server = await startPostgres(options)
  expect(await runSql(server.url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([
    { rolsuper: false },
  ])
  await server.stop()
})

test('does not outlive the process that started it, not even one that was killed', async () => {
  const launcher = await startElsewhere()
  const pid = serverPid()
  const mark = startMark(pid)
  launcher.kill('SIGKILL')
  await expect.poll(() => startMark(pid) === mark, { timeout: 10_000 }).toBe(false)
})

test('starts again after its server was killed, and on a broken pid file', async () => {
  const killed = await startPostgres(options)
  await endProcess(serverPid(), 'SIGKILL')
  await killed.stop()
  const second = await startPostgres(options)
  await second.stop()
  writeFileSync(pidFile(), '')
  const third = await startPostgres(options)
  expect(await runSql(third.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await third.stop()
})

test('ends a server that still holds its data', async () => {
  const launcher = await startElsewhere()
  const stale = serverPid()
  const mark = startMark(stale)
  const server = await startPostgres({ ...options, port: await freePort() })
  expect(startMark(stale) === mark).toBe(false)
  expect(await runSql(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
  launcher.kill('SIGKILL')
})

test('never touches a process that only has the number of the last server', async () => {
  const server = await startPostgres(options)
  await server.stop()
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(pidFile(), `${bystander.pid}\n`)
  const again = await startPostgres(options)
  expect(bystander.exitCode).toBeNull()
  expect(bystander.signalCode).toBeNull()
  await again.stop()
  bystander.kill('SIGKILL')
})

test('says what was wrong when it cannot start', async () => {
  const first = await startPostgres(options)
  const other = { ...options, dataDir: join(folder.path, 'other') }
  await expect(startPostgres(other)).rejects.toThrow(/could not bind/)
  await first.stop()
  await removePostgres(other.dataDir)
})

test.runIf(runsAsRoot)('data outside of a checkout go with it', async () => {
  const checkout = join(folder.path, 'checkout')
  const cluster = clusterFolder(join(checkout, 'postgres'))
  claimPlace(join(checkout, 'postgres'))
  writeFileSync(cluster, 'data')
  rmSync(checkout, { recursive: true })
  claimPlace(options.dataDir)
  expect(existsSync(cluster)).toBe(false)
})
