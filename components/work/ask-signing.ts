import type { SigningStep } from '@/lib/domain/signing-steps'
import type { Locale } from '@/lib/domain/text'
import type { Asked } from './signing-course'

/** Asks the server for one step. Never rejects. */
export async function askSigning<S extends SigningStep['step']>(
  step: Extract<SigningStep, { step: S }>,
  locale: Locale,
): Promise<Asked<S>> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ ...step, locale })
    const response = await fetch('/api/signing', { method: 'POST', headers, body })
    if (response.status === 401) return { status: 'signedOut' }
    if (response.status >= 400 && response.status < 500) return { status: 'refused' }
    if (!response.ok) return { status: 'lost' }
    return { status: 'answered', answer: await response.json() }
  } catch {
    return { status: 'lost' }
  }
}
