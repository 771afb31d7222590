import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { removePostgres } from '../embedded/postgres'
import { startMark } from '../embedded/processes'
import { Refusal } from './refusal'

const DATA = resolve(import.meta.dirname, '../../.data')

export type DataFolder = {
  path: string
  postgres: string
  store: string
  mailbox: string
  /** Of the demo's authority and people. */
  keys: string
  log: (name: string) => string
  /** Random words made on first use and kept, so that sessions outlive a restart. */
  secret: (name: string) => string
  remove: () => Promise<void>
}

/** What the embedded parts keep from one start to the next; DATA_FOLDER keeps it elsewhere. */
export function keptFolder(): DataFolder {
  return dataFolder(resolve(process.env.DATA_FOLDER ?? join(DATA, 'kept')))
}

/** The databases of the benches, which take minutes to make and gigabytes to keep; DATA_FOLDER keeps them elsewhere. */
export function benchFolder(): DataFolder {
  return dataFolder(resolve(process.env.DATA_FOLDER ?? join(DATA, 'bench')))
}

/** A folder for one run. Runs that were killed left theirs behind: they go now. */
export async function passingFolder(): Promise<DataFolder> {
  mkdirSync(DATA, { recursive: true })
  for (const name of readdirSync(DATA)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1]
    if (pid && startMark(Number(pid)) === undefined) await dataFolder(join(DATA, name)).remove()
  }
  return dataFolder(join(DATA, `run-${process.pid}-${randomBytes(4).toString('hex')}`))
}

function dataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true })
    chmodSync(path, 0o700)
  } catch {
    throw new Refusal(`${path} belongs to another account. Run as that account, or remove the folder.`)
  }
  const postgres = join(path, 'postgres')
  return {
    path,
    postgres,
    store: join(path, 'store'),
    mailbox: join(path, 'mailbox.jsonl'),
    keys: join(path, 'eds'),
    log: (name) => join(path, `${name}.log`),
    secret(name) {
      const file = join(path, `${name}.secret`)
      if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
      return readFileSync(file, 'utf8')
    },
    async remove() {
      await removePostgres(postgres)
      rmSync(path, { recursive: true, force: true })
    },
  }
}
