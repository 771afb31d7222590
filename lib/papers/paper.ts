import type { Text } from '@/lib/domain/text'

/** Where anyone can check the paper; `code` is the 16 symbols without dashes. */
export type Check = { url: string; code: string }

export type Issuer = { name: Text; address: Text; phone: string }

/** How the head signed: by hand on the printed sheet, or with an EDS over these very bytes. */
export type SignedAs = 'paper' | 'eds'
