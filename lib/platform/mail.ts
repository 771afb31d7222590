import 'server-only'
import { Resend } from 'resend'
import { env } from './env'

export type Letter = { to: string; subject: string; text: string; html: string; idempotencyKey: string }

// A whole batch of letters has to fit into the lease of the outbox, also when the provider hangs.
const PATIENCE_MS = 10_000

let cached: Resend | undefined

/** Hands one letter to the provider; throws when it was not taken. The key makes a second try harmless. */
export async function sendLetter(letter: Letter): Promise<void> {
  cached ??= new Resend(env().RESEND_API_KEY, { baseUrl: env().RESEND_BASE_URL })
  const { error } = await cached.emails.send(
    { from: env().MAIL_FROM, to: letter.to, subject: letter.subject, text: letter.text, html: letter.html },
    { idempotencyKey: letter.idempotencyKey, signal: AbortSignal.timeout(PATIENCE_MS) },
  )
  if (error) throw new Error(`mail provider: ${error.name}: ${error.message}`)
}
