import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { cookieOptions, openCookie, sealCookie } from '@/lib/auth/cookie'
import { shownSignatureSchema } from '@/lib/signatures/shown'

/**
 * What a reader without an account was handed: it lies sealed in their browser alone, for some minutes, so that
 * nothing of it is kept and nothing stands in an address.
 */
const SECONDS = 10 * 60

async function hand(name: string, content: Readonly<Record<string, unknown>>): Promise<void> {
  const sealed = await sealCookie(name, content, SECONDS)
  ;(await cookies()).set(name, sealed, { ...cookieOptions(), maxAge: SECONDS })
}

/** The reader has shown that they may have the original of this code. */
export function handOriginal(code: string): Promise<void> {
  return hand('original', { code })
}

export async function mayHaveOriginal(code: string): Promise<boolean> {
  return (await openCookie('original'))?.code === code
}

const inspectedSchema = z.object({
  signature: shownSignatureSchema,
  signed: z.object({ name: z.string().nullable(), bytes: z.number(), sha256: z.string() }).nullable(),
})
export type Inspected = z.infer<typeof inspectedSchema>

/** What was found out about a file; the answer is its mark in the address of the page that shows it. */
export async function handInspected(inspected: Inspected): Promise<string> {
  const mark = randomBytes(6).toString('base64url')
  await hand('inspected', { mark, ...inspected })
  return mark
}

/** Null once its time is over, or when another file was looked at since. */
export async function readInspected(mark: string): Promise<Inspected | null> {
  const content = await openCookie('inspected')
  if (content?.mark !== mark) return null
  return inspectedSchema.safeParse(content).data ?? null
}
