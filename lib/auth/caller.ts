import 'server-only'

/**
 * The network address a request came from: the last entry, which the nearest proxy wrote. Earlier ones are
 * whatever the caller says.
 */
export function callerAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

/** Whether a browser says that the post comes from a page of ours; a missing Origin says nothing and is refused. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  if (!origin || !host || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}
