import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { SCHEMA } from './files'

const root = resolve(import.meta.dirname, '../..')
const mark = join(root, 'prisma/generated/.made-from')
const { resolve: find } = createRequire(import.meta.url)

/** Writes the Prisma client, unless the one at hand was made from this very schema by this very Prisma. */
export function generateClient(): void {
  const hash = createHash('sha256')
  hash.update(readFileSync(SCHEMA)).update(readFileSync(find('prisma/package.json')))
  const made = hash.digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) return
  const run = spawnSync(process.execPath, [find('prisma/build/index.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Only its presence is checked: generating needs no engine, and any program stands in for it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stderr}${run.stdout}`)
  writeFileSync(mark, made)
}
