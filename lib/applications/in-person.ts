import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { maskMail, SLIP_TRIES, undoUntil } from '@/lib/domain/claim-slip'
import { fullName } from '@/lib/domain/person-name'
import type { Tx } from '@/lib/platform/db'
import { type Application, type HistoryEvent, listHistory } from './data'
import { worksOn } from './policy'

const SLIP = {
  id: true,
  codeHash: true,
  createdAt: true,
  expiresAt: true,
  tries: true,
  claimedAt: true,
  claimedById: true,
  paperOwnerId: true,
} as const

/** The slip that counts: the newest that was neither replaced nor taken back after a claim. */
export function findCurrentSlip(tx: Tx, applicationId: string) {
  return tx.claimSlip.findFirst({
    where: { applicationId, voidedAt: null, undoneAt: null },
    orderBy: { createdAt: 'desc' },
    select: SLIP,
  })
}

/** Of applications that came on paper and were claimed, since when they are in the cabinet that they are in. */
export async function claimedSince(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const slips = await tx.claimSlip.findMany({
    where: { applicationId: { in: [...applicationIds] }, voidedAt: null, undoneAt: null },
    select: { applicationId: true, claimedAt: true },
  })
  return new Map(slips.flatMap((slip) => (slip.claimedAt ? [[slip.applicationId, slip.claimedAt]] : [])))
}

/** The history as its applicant reads it: somebody else whose claim was taken back is not named. */
export async function listOwnHistory(
  tx: Tx,
  { id, ownerId }: Pick<Application, 'id' | 'ownerId'>,
): Promise<HistoryEvent[]> {
  const undone = await tx.claimSlip.findMany({
    where: { applicationId: id, undoneAt: { not: null }, claimedById: { not: ownerId } },
    select: { claimedById: true },
  })
  const former = new Set(undone.map(({ claimedById }) => claimedById))
  const history = await listHistory(tx, id)
  return history.map((event) => (former.has(event.actorId) ? { ...event, actorName: '' } : event))
}

export type Claim = { name: string; mail: string; at: Date; undoUntil: Date; mayUndo: boolean }

/** What the provider's page shows of somebody who came in person. */
export type InPerson = {
  /** Of an application on paper; null of one from a cabinet. */
  paper: {
    /** The slip that may be replaced: none was given yet where it is null. */
    slip: { id: string; createdAt: Date; expiresAt: Date; triesLeft: number; isUsable: boolean } | null
    /** Whoever has it in their cabinet now. */
    claim: Claim | null
    /** The last claim that was taken back. */
    undone: { byName: string; at: Date } | null
    maySlip: boolean
  } | null
  /** The clerk may confirm that they have seen the applicant's document. */
  mayProve: boolean
}

export async function readInPerson(
  tx: Tx,
  actor: Actor,
  application: Application,
  now: Date,
): Promise<InPerson> {
  const { origin, ownerId, facts } = application
  const works = worksOn(actor, facts)
  const owner = await tx.account.findUniqueOrThrow({
    where: { id: ownerId },
    select: { iin: true, iinProvenBy: true },
  })
  const mayProve = works && owner.iinProvenBy === null && owner.iin !== '' && owner.iin === facts.applicantIin
  if (origin !== 'paper') return { paper: null, mayProve }
  const current = await findCurrentSlip(tx, application.id)
  const undone = await tx.claimSlip.findFirst({
    where: { applicationId: application.id, undoneAt: { not: null } },
    orderBy: { undoneAt: 'desc' },
    select: { undoneAt: true, undoneByName: true },
  })
  const triesLeft = Math.max(0, SLIP_TRIES - (current?.tries ?? 0))
  return {
    mayProve,
    paper: {
      slip:
        current && !current.claimedAt
          ? {
              id: current.id,
              createdAt: current.createdAt,
              expiresAt: current.expiresAt,
              triesLeft,
              isUsable: triesLeft > 0 && now < current.expiresAt,
            }
          : null,
      claim: current?.claimedAt
        ? await readClaim(tx, current.claimedById, current.claimedAt, works, now)
        : null,
      undone: undone?.undoneAt ? { byName: undone.undoneByName, at: undone.undoneAt } : null,
      maySlip: works && !current?.claimedAt,
    },
  }
}

async function readClaim(
  tx: Tx,
  claimedById: string | null,
  at: Date,
  works: boolean,
  now: Date,
): Promise<Claim> {
  const claimant = await tx.account.findUnique({
    where: { id: claimedById ?? '' },
    select: { familyName: true, givenName: true, patronymic: true, email: true },
  })
  const until = undoUntil(at)
  return {
    name: claimant ? fullName(claimant) : '',
    mail: maskMail(claimant?.email ?? ''),
    at,
    undoUntil: until,
    mayUndo: works && now <= until,
  }
}
