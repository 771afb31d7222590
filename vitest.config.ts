import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

// A far zone with a quarter of an hour shows every place that forgot to name Asia/Almaty.
process.env.TZ = 'Asia/Kathmandu'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const resolve = {
  alias: [
    { find: /^@\//, replacement: here('./') },
    { find: 'server-only', replacement: here('./test/server-only.ts') },
  ],
}

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'test']

/** What a file needs a process of its own for: a setting, an authority, or a world that is another than for the rest. */
const NEEDS_ITS_OWN = /testEds|ownBucket|process\.env|\bvi\./

const files = [
  ...readdirSync(here('.')),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(here(folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  ),
].filter((path) => /\.test\.tsx?$/.test(path))

function project(
  name: string,
  isolate: boolean,
  isOf: (source: string) => boolean,
): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      name,
      isolate,
      // An address may have brackets, which mean something in a pattern.
      include: files
        .filter((path) => isOf(readFileSync(here(path), 'utf8')))
        .map((path) => path.replaceAll(/[[\]()]/g, '?')),
      setupFiles: './test/setup.ts',
      pool: 'forks',
      // The rendering of papers makes much that is soon forgotten: room for it spares a sixth of the time.
      execArgv: ['--max-semi-space-size=64'],
      // Against a test that hangs: a busy machine is no fault of the code.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      restoreMocks: true,
      unstubEnvs: true,
    },
  }
}

export default defineConfig({
  resolve,
  test: {
    globalSetup: './test/global-setup.ts',
    maxWorkers: 2,
    projects: [
      project('alone', true, (source) => NEEDS_ITS_OWN.test(source)),
      // They share what they import: loading it anew for each took as long as the tests themselves.
      project('together', false, (source) => !NEEDS_ITS_OWN.test(source)),
    ],
  },
})
