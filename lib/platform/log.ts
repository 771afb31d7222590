import { randomBytes } from 'node:crypto'

type Fields = Record<string, string | number | boolean | null | undefined>

/** One JSON line to standard output; never personal data. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
  if (level === 'error') console.error(line)
  else console.log(line)
}

/** Logs an unexpected failure once and answers the short id that the person is shown. */
export function logFailure(event: string, error: unknown): string {
  const requestId = randomBytes(4).toString('hex')
  const known = error instanceof Error
  log('error', event, {
    requestId,
    name: known ? error.name : typeof error,
    message: known ? error.message.slice(0, 500) : String(error).slice(0, 500),
    stack: known ? error.stack?.split('\n').slice(1, 6).join(' | ') : undefined,
  })
  return requestId
}
