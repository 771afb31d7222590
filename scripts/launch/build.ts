import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { generateClient } from '../migrate/generate'
import { ROOT, runNode } from './run'
import { sourceHash } from './source-hash'

const STANDALONE = join(ROOT, '.next/standalone')
const MARK = join(ROOT, '.next/BUILD_HASH')
const STRIP = join(ROOT, 'scripts/strip-public.mjs')

export const SERVER = join(STANDALONE, 'server.js')
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

/** The production build, ready to be served from `.next/standalone` alone. */
export async function buildApp(): Promise<void> {
  const hash = sourceHash()
  rmSync(MARK, { force: true })
  generateClient()
  await runNode({ name: 'next build', args: [NEXT, 'build'] })
  if (!existsSync(SERVER)) throw new Error(`next build did not write ${SERVER}.`)
  if (existsSync(STRIP)) await runNode({ name: 'strip-public', args: [STRIP] })
  // Next leaves these two to whoever serves them; here the same server does.
  cpSync(join(ROOT, '.next/static'), join(STANDALONE, '.next/static'), { recursive: true })
  if (existsSync(join(ROOT, 'public'))) {
    cpSync(join(ROOT, 'public'), join(STANDALONE, 'public'), { recursive: true })
  }
  writeFileSync(MARK, hash)
}

export function isBuilt(): boolean {
  return existsSync(MARK) && existsSync(SERVER) && readFileSync(MARK, 'utf8') === sourceHash()
}
