import { defineConfig } from '@playwright/test'

// The server, its parts and the browser are found by `npm run test:e2e`, which tells them by environment.
export default defineConfig({
  // The longest first: at the end nothing else would run beside it.
  projects: [
    { name: 'launcher', testDir: 'test' },
    { name: 'journeys', testDir: 'e2e' },
  ],
  // Beside them lie vitest's own.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env.E2E_APP_URL,
    // A film of each journey takes as long again as the journey; a failure shows its page and picture without one.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
