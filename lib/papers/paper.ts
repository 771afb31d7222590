import type { DateOnly } from '@/lib/domain/dates'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Locale, Text } from '@/lib/domain/text'

/** Where anyone can check the paper; `code` is the 16 symbols without dashes. */
export type Check = { url: string; code: string }

export type Issuer = { kind: ProviderKind; name: Text; address: Text; phone: string }

/** Who answers for the paper; `basis` is the order that appoints whoever acts in the head's place. */
export type Signer = { post: Text; name: string; basis?: string }

/** What a paper says of the EDS that it carries. */
export type ElectronicSignature = {
  /** As the certificate names them. */
  signerName: string
  /** The head's own key; otherwise that of somebody with the right to sign. */
  isHead: boolean
  /** Of the certificate, in hexadecimal. */
  serial: string
  signedAt: Date
}

/** How the head signed: by hand on the printed sheet, or with an EDS over these very bytes. */
export type SignedAs = 'paper' | ElectronicSignature

export function isElectronic(signedAs: SignedAs | 'unsigned'): signedAs is ElectronicSignature {
  return typeof signedAs === 'object'
}

/** Everything that the applicant's statement says. */
export type StatementPaper = {
  locale: Locale
  number: number
  revision: number
  /** Four symbols that tell this revision from its twins: the clerk compares them with the scan. */
  mark: string
  date: DateOnly
  addressee: { kind: ProviderKind; organisation: string; head: string }
  applicant: { name: string; iin: string; address: string; phone: string; email: string }
  title: string
  body: readonly string[]
  sections: readonly { title: string; rows: readonly { label: string; value: string }[] }[]
  attachments: readonly { title: string; fileName: string; bytes: number; sha256: string }[]
}
