import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// A far zone with a quarter of an hour shows every place that forgot to name Asia/Almaty.
process.env.TZ = 'Asia/Kathmandu'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      { find: 'server-only', replacement: here('./test/server-only.ts') },
    ],
  },
  test: {
    include: ['{app,components,lib,prisma,scripts,test}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: './test/global-setup.ts',
    setupFiles: './test/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // The rendering of papers makes much that is soon forgotten: room for it spares a sixth of the time.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
