import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { sameAnswers, visibleSteps } from '@/lib/domain/answers'
import { isUnchanged } from '@/lib/domain/corrected-answers'
import { type CorrectionItem, readTarget } from '@/lib/domain/correction'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Snapshot } from '@/lib/domain/snapshot'
import { listNames } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { type Correcting, readCorrecting } from '../correction'
import { type Application, getOwn } from '../data'
import { type AttachedDocument, listCorrected } from '../documents'
import type { Revision } from '../revision'
import { correctedSnapshot, printsTheSame } from './corrected-snapshot'
import { faultsOf } from './correcting'
import { namedOrganisations } from './snapshot'

/** How far the applicant has come with a correction. */
export type CorrectionState = {
  application: Application
  correcting: Correcting
  /** The revision that was sent. */
  standing: Revision
  /** What would be sent now. */
  snapshot: Snapshot
  /** Files put in anew, as far as they are called for. */
  files: AttachedDocument[]
  /** Steps with faulty answers, and slots without a file that has to be there: keys of both. */
  lacks: string[]
  /** Items that are as they were. */
  left: CorrectionItem[]
  isChanged: boolean
  /** It has to be signed anew: the statement says something else, or its signature was what is wrong. */
  isToSign: boolean
  /** How many there are of this application. */
  revisions: number
}

/** `conflict` when nothing is asked any more. */
export async function readCorrectionState(
  tx: Tx,
  actor: Actor,
  number: number,
  now: Date,
): Promise<CorrectionState> {
  const application = await getOwn(tx, actor, number)
  const correcting = await readCorrecting(tx, application)
  const { revision, service, periodKey: period } = application
  if (!correcting || !revision) throw new DomainError('conflict')
  const { standing, corrected, documents, correction } = correcting
  const today = dateInAlmaty(now)
  const put = await listCorrected(tx, application.id)
  const files = documents.flatMap(({ key }) => put.filter(({ slot }) => slot === key))
  const provider = revision.snapshot.organisation.id
  const named = namedOrganisations(service, corrected).filter((id) => id !== provider)
  const organisations = { ...(await listNames(tx, named)), ...revision.snapshot.organisations }
  const snapshot = correctedSnapshot(service, revision.snapshot, {
    corrected,
    files,
    organisations: Object.fromEntries(Object.entries(organisations).filter(([id]) => named.includes(id))),
    period,
    today,
  })
  const isSignatureAsked = correction.items.some(({ target }) => readTarget(target)?.kind === 'statement')
  const isToSign = isSignatureAsked || !printsTheSame(service, revision.snapshot, snapshot)
  return {
    application,
    correcting,
    standing: revision,
    snapshot: isToSign ? { ...snapshot, date: today } : snapshot,
    files,
    lacks: [
      ...visibleSteps(service, corrected)
        .filter((step) => faultsOf(service, step, correcting, { today, period }).length > 0)
        .map(({ key }) => key),
      ...documents
        .filter(({ key, required }) => required && !snapshot.attachments.some(({ slot }) => slot === key))
        .map(({ key }) => key),
    ],
    left: correction.items.filter(({ target }) => isLeft(target, application, correcting, files)),
    isChanged: isSignatureAsked || files.length > 0 || !sameAnswers(standing, corrected),
    isToSign,
    revisions: await tx.revision.count({ where: { applicationId: application.id } }),
  }
}

function isLeft(
  target: string,
  { service }: Application,
  { standing, corrected }: Correcting,
  files: readonly AttachedDocument[],
): boolean {
  const read = readTarget(target)
  switch (read?.kind) {
    case 'answer':
      return isUnchanged(service, read.path, standing, corrected)
    case 'document':
      return !files.some(({ slot }) => slot === read.slot)
    default:
      return false
  }
}
