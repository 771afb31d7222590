import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlaywright, readVitest, sum, totalLine, withExit } from './tally'

const file = join(tmpdir(), `report-${process.pid}.json`)
const written = (report: unknown) => {
  writeFileSync(file, JSON.stringify(report))
  return file
}

test.each([
  [{ passed: 3, failed: 0, skipped: 0 }, 'total: 3 passed, 0 failed'],
  [{ passed: 3, failed: 2, skipped: 1 }, 'total: 3 passed, 2 failed, 1 skipped'],
])('the closing line of %o', (tally, line) => {
  expect(totalLine(tally)).toBe(line)
})

test('a report that is missing is a failure', () => {
  expect(sum([readVitest('/nowhere'), readPlaywright('/nowhere')])).toEqual({
    passed: 0,
    failed: 2,
    skipped: 0,
  })
})

test('a test file that could not be loaded is a failure', () => {
  const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(readVitest(written({ ...counts, testResults }))).toEqual({ passed: 5, failed: 1, skipped: 1 })
})

test('an error outside every test is a failure', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }
  const tally = readPlaywright(written({ stats, errors: [] }))
  expect(withExit(tally, true).failed).toBe(0)
  expect(withExit(tally, false).failed).toBe(1)
  expect(readPlaywright(written({ stats, errors: [{}] })).failed).toBe(1)
})
