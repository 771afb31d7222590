import 'server-only'
import { isIPv6 } from 'node:net'

/**
 * The network address a request came from: the last entry, which the nearest proxy wrote. Earlier ones are
 * whatever the caller says. Of IPv6 the network alone: one line has 2^64 addresses to change between.
 */
export function callerAddress(headers: Headers): string {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
  return isIPv6(address) ? networkOf(address) : address
}

/** The first four groups, all written out; an IPv4 address dressed as IPv6 is itself. */
function networkOf(address: string): string {
  const dressed = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (dressed) return dressed
  // As addresses of the web write it: small letters, no leading zeros, the longest run of zero groups left out.
  const written = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [before = [], after = []] = written.split('::').map((side) => side.split(':').filter(Boolean))
  const leftOut = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return `${[...before, ...leftOut, ...after].slice(0, 4).join(':')}::/64`
}

/** Whether a browser says that the post comes from a page of ours; a missing Origin says nothing and is refused. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  if (!origin || !host || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}
