import { unstable_rethrow } from 'next/navigation'
import type { FormState } from '@/lib/domain/form-state'

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * How the page stands after it. `kept`: the form holds the signature and has a button of its own to go on with it,
 * so no other key is asked for; `lost`: nobody knows whether it arrived.
 */
export type Posted = { answer: FormState; at: 'rest' | 'kept' | 'lost' }

/** Posts a signature. Rejects only with where to go next. */
export async function postSignature(
  action: FormAction,
  previous: FormState,
  form: FormData,
): Promise<Posted> {
  try {
    const answer = await action(previous, form)
    const isKept = answer.status === 'signedOut' || answer.status === 'unavailable'
    return { answer, at: isKept ? 'kept' : 'rest' }
  } catch (error) {
    unstable_rethrow(error)
    return { answer: previous, at: 'lost' }
  }
}
