import type { Certificate } from './certificate'

/** Whom the operator trusts: self-signed roots, and the authorities under them that issue keys. */
export type TrustStore = { roots: readonly Certificate[]; intermediates: readonly Certificate[] }
