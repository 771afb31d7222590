import { z } from 'zod'

const emailSchema = z.email().max(254)

/** An address as it is stored and looked up; null when no letter could go there. */
export function parseEmail(raw: string): string | null {
  const email = raw.normalize('NFC').trim().toLowerCase()
  return emailSchema.safeParse(email).success ? email : null
}
