import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Register } from '@/lib/domain/paper-kind'
import type { NewPaper, StoredPaper } from '@/lib/papers/mutations'
import type { Tx } from '@/lib/platform/db'
import type { Sent } from './intake'
import { type Given, journalOf } from './result'
import type { Signing } from './result-papers'

/** The papers of a decision, their bytes in the store. */
export type StoredDecision = { paper: StoredPaper; letter: StoredPaper | null }

export type IssuedBy = {
  signedAs: 'paper' | 'eds'
  signerName: string
  /** The scan of the signed sheet; all others go out of the application. */
  scanSlot: string | null
}

export type IssuedPapers = { paperId: string; letterId: string | null }

/**
 * What a head decides with a signature, by hand or by EDS: that a prepared result holds, a refusal, or that what was
 * decided holds no more.
 */
export type HeadDecision = {
  action: 'approve' | 'refuse' | 'revoke'
  /** Whose next number it takes. */
  register: Register
  /** The XML that is signed by EDS. */
  payload: (given: Given) => string
  render: (given: Given, signing: Signing) => Promise<StoredDecision>
  /**
   * Makes it so: number, transition, papers, letter to the applicant. @throws DomainError conflict when the number
   * or the application has gone on
   */
  issue: (
    tx: Tx,
    actor: Actor,
    given: Given,
    stored: StoredDecision,
    by: IssuedBy,
    now: Date,
  ) => Promise<IssuedPapers>
}

/** What every paper of a decision says of where it comes from. */
export function issuedFor(
  { application, snapshot, organisation }: Sent,
  register: Register,
  given: Given,
): Pick<NewPaper, 'applicationId' | 'organisationId' | 'number' | 'journalYear' | 'issuedOn' | 'initials'> {
  return {
    applicationId: application.id,
    organisationId: organisation.id,
    number: given.label,
    journalYear: journalOf(organisation.id, register, given.date).year,
    issuedOn: given.date,
    initials: snapshot.subject.initials,
  }
}
