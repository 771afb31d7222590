import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Stack, stackEnvironment } from '../../test/stack'
import { extendedDay } from '../../test/tenth/extended-day'
import { type Build, buildApp, isBuilt, NEXT, PRODUCT } from '../launch/build'
import { type Job, ROOT, runNode } from '../launch/run'
import { generateClient } from '../migrate/generate'
import { findBrowser } from './browser'
import { signedInPages } from './signed-in'
import { ONE_PASSED, readPlaywright, readVitest, type Tally, withExit } from './tally'

const { resolve } = createRequire(import.meta.url)
const program = (name: string, path: string) => join(resolve(`${name}/package.json`), '..', path)
const BENCH = join(ROOT, 'scripts/bench-pages.mjs')

const SERVICES_JOURNEY = 'services.spec.ts'

const report = (name: string) => join(ROOT, 'test-results', `${name}.json`)

export async function style(): Promise<Tally> {
  await runNode({ name: 'Biome', args: [program('@biomejs/biome', 'bin/biome'), 'check', '.'] })
  return ONE_PASSED
}

export async function types(): Promise<Tally> {
  generateClient()
  await runNode({ name: 'next typegen', args: [NEXT, 'typegen'] })
  await runNode({ name: 'tsc', args: [program('typescript', 'bin/tsc'), '--noEmit'] })
  return ONE_PASSED
}

export async function unit(args: readonly string[] = []): Promise<Tally> {
  generateClient()
  const file = report('unit')
  rmSync(file, { force: true })
  const ok = await succeeds({
    name: 'vitest',
    args: [
      program('vitest', 'vitest.mjs'),
      'run',
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
  })
  return withExit(readVitest(file), ok)
}

/** The app as it is when a tenth service is added: one file and one line, here a fixture in place of the catalogue. */
export const WITH_TENTH = { folder: '.data/tenth', fixture: 'test/tenth' }

export async function build(which: Build = PRODUCT): Promise<Tally> {
  if (!isBuilt(which)) await buildApp(which)
  return ONE_PASSED
}

/** Weighs the pages of a running server through which the journeys have gone. */
export async function bench(stack: Stack): Promise<Tally> {
  const signedIn = JSON.stringify(await signedInPages(stack))
  await runNode({
    name: 'bench:pages',
    args: [BENCH],
    env: { BASE_URL: stack.url, BENCH_SIGNED_IN: signedIn },
  })
  return ONE_PASSED
}

/** Walks the journeys through a running server. */
export async function journeys(stack: Stack, args: readonly string[] = []): Promise<Tally> {
  const file = report('e2e')
  rmSync(file, { force: true })
  const ok = await succeeds({
    name: 'playwright',
    args: [program('@playwright/test', 'cli.js'), 'test', ...args],
    env: { ...stackEnvironment(stack), CHROMIUM_PATH: findBrowser() },
  })
  return withExit(readPlaywright(file), ok)
}

/** The journey of every service. */
export const servicesJourney = (stack: Stack): Promise<Tally> => journeys(stack, [SERVICES_JOURNEY])

/** The same through a server that has one service more. */
export function tenthJourney(stack: Stack): Promise<Tally> {
  return journeys(stack, [
    SERVICES_JOURNEY,
    `--tsconfig=${WITH_TENTH.fixture}/tsconfig.json`,
    `--grep=${extendedDay.slug}`,
    '--output=test-results/tenth',
  ])
}

async function succeeds(job: Job): Promise<boolean> {
  return runNode(job).then(
    () => true,
    () => false,
  )
}
