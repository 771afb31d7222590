import type { NextRequest } from 'next/server'
import { handlers } from '@/lib/auth/next-auth'

export const { GET } = handlers

// An address and a password. Unlike an action, a route is handed bodies of any size: 30 MB of "password" would
// cost a core for two seconds, without an account.
const MAX_BYTES = 16 * 1024

export async function POST(request: NextRequest): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  if (!(length <= MAX_BYTES)) return new Response(null, { status: 413 })
  return handlers.POST(request)
}
