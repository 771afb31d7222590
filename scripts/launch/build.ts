import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { generateClient } from '../migrate/generate'
import { ROOT, runNode } from './run'
import { sourceHash } from './source-hash'

const TYPES = join(ROOT, 'next-env.d.ts')
const STRIP = join(ROOT, 'scripts/strip-public.mjs')

export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

/** A production build: where it lies, and what it is made of beside the app's own sources. */
export type Build = {
  folder: string
  /** Whose `tsconfig.json` says what `@/…` means, with all that lies there. */
  fixture?: string
}

export const PRODUCT: Build = { folder: '.next' }

const standalone = ({ folder }: Build) => join(ROOT, folder, 'standalone')
const markOf = ({ folder }: Build) => join(ROOT, folder, 'BUILD_HASH')
const hashOf = ({ fixture }: Build) => sourceHash(fixture ? [fixture] : [])
const tsconfigOf = ({ fixture }: Build) => (fixture ? join(fixture, 'tsconfig.json') : undefined)

export const serverOf = (build: Build) => join(standalone(build), 'server.js')

/** What a TypeScript program of ours needs to mean by `@/…` what the build means. */
export function sourcesOf(build: Build): Record<string, string> {
  const tsconfig = tsconfigOf(build)
  return tsconfig ? { TSX_TSCONFIG_PATH: join(ROOT, tsconfig) } : {}
}

/** The production build, ready to be served from its `standalone` alone. */
export async function buildApp(build: Build = PRODUCT): Promise<void> {
  const { folder } = build
  const tsconfig = tsconfigOf(build)
  const hash = hashOf(build)
  rmSync(markOf(build), { force: true })
  generateClient()
  const types = existsSync(TYPES) && readFileSync(TYPES)
  await runNode({
    name: 'next build',
    args: [NEXT, 'build'],
    env: { DIST_DIR: folder, ...(tsconfig ? { DIST_TSCONFIG: tsconfig } : {}) },
  })
  // Next has pointed it to this build; editors go on with the app's own.
  if (tsconfig && types) writeFileSync(TYPES, types)
  if (!existsSync(serverOf(build))) throw new Error(`next build did not write ${serverOf(build)}.`)
  await runNode({ name: 'strip-public', args: [STRIP, folder] })
  // Next leaves these two to whoever serves them; here the same server does.
  cpSync(join(ROOT, folder, 'static'), join(standalone(build), folder, 'static'), { recursive: true })
  if (existsSync(join(ROOT, 'public'))) {
    cpSync(join(ROOT, 'public'), join(standalone(build), 'public'), { recursive: true })
  }
  writeFileSync(markOf(build), hash)
}

export function isBuilt(build: Build = PRODUCT): boolean {
  const mark = markOf(build)
  return existsSync(mark) && existsSync(serverOf(build)) && readFileSync(mark, 'utf8') === hashOf(build)
}
