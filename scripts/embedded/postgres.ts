import { execFileSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { spawnGuarded } from './guarded'
import {
  claimPlace,
  clusterFolder,
  freshFolder,
  programFolder,
  removeData,
  serverAccount,
} from './postgres-place'
import { commandLine, endProcess } from './processes'
import { runSql } from './sql'

export const DATABASE_NAME = 'e_bilimal'
const OWNER = 'e_bilimal'
// Messages in English and moments in UTC, whatever this machine is set to.
const ENVIRONMENT = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }

export type PostgresOptions = {
  dataDir: string
  port: number
  /** The server's log is written to this file, anew at each start. */
  log: string
  /** Set at the first start; later starts must know it. */
  password: string
  /** False gives up safety against a power cut for speed: for tests. */
  durable?: boolean
}

export type Postgres = {
  /** The application's database, as its owner: no superuser, so that row-level security holds. */
  url: string
  /** The superuser's connection, to make and drop databases. */
  adminUrl: string
  stop: () => Promise<void>
}

/** Starts a real PostgreSQL on loopback; makes its data on the first start, keeps them on later ones. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, password } = options
  const programs = programFolder()
  const cluster = clusterFolder(options.dataDir)
  await endServerOf(cluster)
  claimPlace(options.dataDir)
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(programs, cluster, password)

  const log = openSync(options.log, 'w')
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    max_connections: 200,
    ...(options.durable === false && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const server = spawnGuarded({
    command: join(programs, 'bin', 'postgres'),
    args: ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    signal: 'INT',
    output: log,
    cwd: '/',
    env: ENVIRONMENT,
    account: serverAccount,
  })
  closeSync(log)

  const address = (user: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const adminUrl = address('postgres', 'postgres')
  try {
    await untilReady(cluster, server.ended, options.log)
    await ensureApplicationDatabase(adminUrl, password)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: address(OWNER, DATABASE_NAME), adminUrl, stop: server.stop }
}

/** Ends a server that still holds these data and removes them. */
export async function removePostgres(dataDir: string): Promise<void> {
  await endServerOf(clusterFolder(dataDir))
  removeData(dataDir)
}

function createCluster(programs: string, cluster: string, password: string): void {
  // Made beside its place and moved there whole: a start that was cut off leaves nothing half made.
  const half = `${cluster}.new`
  const passwordFile = join(half, 'password')
  freshFolder(half)
  const data = join(half, 'data')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (serverAccount) chownSync(passwordFile, serverAccount.uid, serverAccount.gid)
  // Of the collations at hand only ICU's `kk` sorts all 42 letters of the Kazakh alphabet rightly.
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=kk', '--no-sync']
  execFileSync(
    join(programs, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...flags],
    {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: ENVIRONMENT,
      ...serverAccount,
    },
  )
  rmSync(cluster, { recursive: true, force: true })
  renameSync(data, cluster)
  rmSync(half, { recursive: true, force: true })
}

/** The last line of its pid file says "ready" once the server takes connections. */
async function untilReady(cluster: string, ended: Promise<unknown>, log: string): Promise<void> {
  let gone = false
  ended.then(
    () => {
      gone = true
    },
    () => {
      gone = true
    },
  )
  while (!gone) {
    if (pidFile(cluster)[7]?.trim() === 'ready') return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(
    `PostgreSQL did not start. The end of ${resolve(log)}:\n${readFileSync(log, 'utf8').slice(-1500)}`,
  )
}

/**
 * Normally the server goes with us, even after SIGKILL. Should one be left over all the same, its pid file leads
 * to it; because process numbers are used again, only a process started on this very folder is ended.
 */
async function endServerOf(cluster: string): Promise<void> {
  const pid = Number(pidFile(cluster)[0])
  if (pid > 0 && commandLine(pid)?.includes(`-D ${cluster} `)) await endProcess(pid, 'SIGINT')
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

async function ensureApplicationDatabase(adminUrl: string, password: string): Promise<void> {
  const [found] = await runSql(
    adminUrl,
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '${OWNER}') AS role,
            EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE_NAME}') AS database`,
  )
  const quoted = `'${password.replaceAll("'", "''")}'`
  if (!found?.role) await runSql(adminUrl, `CREATE ROLE ${OWNER} LOGIN PASSWORD ${quoted}`)
  if (!found?.database) await runSql(adminUrl, `CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER}`)
}
