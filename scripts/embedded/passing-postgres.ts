import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from './ports'
import { type Postgres, removePostgres, startPostgres } from './postgres'

/** A server for one run: fresh data, a free port, and nothing left of it after `stop`. */
export async function startPassingPostgres(): Promise<Postgres> {
  const folder = resolve(
    import.meta.dirname,
    '../../.data',
    `run-${process.pid}-${randomBytes(4).toString('hex')}`,
  )
  const dataDir = join(folder, 'postgres')
  mkdirSync(folder, { recursive: true })
  const remove = async () => {
    await removePostgres(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const server = await startPostgres({
      dataDir,
      port: await freePort(),
      log: join(folder, 'postgres.log'),
      password: randomBytes(12).toString('hex'),
      durable: false,
    })
    const stop = async () => {
      await server.stop()
      await remove()
    }
    return { ...server, stop }
  } catch (error) {
    await remove()
    throw error
  }
}
