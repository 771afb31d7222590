import { readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number; skipped: number }

export const ONE_PASSED: Tally = { passed: 1, failed: 0, skipped: 0 }
export const ONE_FAILED: Tally = { passed: 0, failed: 1, skipped: 0 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

export function totalLine({ passed, failed, skipped }: Tally): string {
  return `total: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A run that stopped with an error and yet no failed test has failed all the same. */
export function withExit(tally: Tally, ok: boolean): Tally {
  return ok || tally.failed > 0 ? tally : sum([tally, ONE_FAILED])
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Counts vitest's report; a file that could not even be loaded counts as one failed test. */
export function readVitest(file: string): Tally {
  const report = readReport<VitestReport>(file)
  if (!report) return ONE_FAILED
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Counts Playwright's report. Nothing is retried, so nothing is flaky. */
export function readPlaywright(file: string): Tally {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return ONE_FAILED
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}
