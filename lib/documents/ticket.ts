import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/platform/env'

const ticketSchema = z.object({
  documentId: z.uuid(),
  /** For what the file is meant; only the feature that asked for it reads this. */
  target: z.string(),
  /** The page to go back to. */
  back: z.string(),
  expiresAt: z.number(),
})

/** What an upload form was handed out for. It travels in the form, so that showing one writes no row. */
export type UploadTicket = z.infer<typeof ticketSchema>

/** `holder` is in the seal but not in the ticket: in other hands it is no ticket at all. */
function seal(payload: string, holder: string): Buffer {
  return createHmac('sha256', env().AUTH_SECRET).update(`upload-ticket\n${holder}\n${payload}`).digest()
}

export function sealTicket(ticket: UploadTicket, holder: string): string {
  const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${payload}.${seal(payload, holder).toString('base64url')}`
}

/** Null when it was not made here for this holder; an expired one is the caller's to judge. */
export function readTicket(sealed: string, holder: string): UploadTicket | null {
  const [payload = '', given = ''] = sealed.split('.')
  const expected = seal(payload, holder)
  const received = Buffer.from(given, 'base64url')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return null
  return ticketSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
}

/** What a ticket says, unproved: to find the way back while its holder cannot be known. Leads nowhere else. */
export function peekTicket(sealed: string): Pick<UploadTicket, 'target' | 'back'> | null {
  try {
    const payload = Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString('utf8')
    const { target, back } = ticketSchema.parse(JSON.parse(payload))
    return isOwnPath(back) ? { target, back } : null
  } catch {
    return null
  }
}

export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(path)
}
