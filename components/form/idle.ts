import type { FormState } from '@/lib/domain/form-state'

/** A form before its first answer. Here and not in the domain: the browser takes only types from there. */
export const IDLE: FormState = { status: 'idle', errors: [], values: {}, attempt: 0 }
