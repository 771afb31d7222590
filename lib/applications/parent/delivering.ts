import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { isUnchanged } from '@/lib/domain/corrected-answers'
import { readTarget } from '@/lib/domain/correction'
import { foldForSearch } from '@/lib/domain/person-name'
import type { Snapshot } from '@/lib/domain/snapshot'
import { getOrganisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { duesAfter } from '../correction'
import type { Application } from '../data'
import { correctedSlot, SIGNED_STATEMENT } from '../document-slots'
import { holdKeyOf } from '../hold-key'
import type { Revision } from '../revision'
import { tellStaff } from '../staff-to-tell'
import { transition } from '../transition'
import type { CorrectionState } from './correction-state'

type Delivered = Pick<Revision, 'id' | 'snapshot'> & { isTicked?: boolean }

/** All that the sending of a settled correction means, whichever way it was signed or confirmed. */
export async function deliver(
  tx: Tx,
  actor: Actor,
  state: CorrectionState,
  { id: currentRevisionId, snapshot, isTicked = false }: Delivered,
  now: Date,
): Promise<void> {
  const { application, files } = state
  const { number, registeredAt } = application
  const { subject, applicant } = snapshot
  await replaceFiles(tx, application, snapshot, now)
  const moved = { ...application, periodKey: snapshot.period ?? application.periodKey }
  const provider = await getOrganisation(tx, snapshot.organisation.id)
  const documents = files.map(({ slot, sha256 }) => ({ slot, sha256 }))
  await transition(tx, actor, 'resubmit', application, now, {
    data: {
      ...(await duesAfter(tx, moved, provider, now)),
      returnsTo: null,
      currentRevisionId,
      periodKey: moved.periodKey,
      ...(registeredAt ? { holdKey: holdKeyOf(moved) } : {}),
      searchText: foldForSearch(
        `${number} ${subject.name} ${subject.iin} ${applicant.name} ${applicant.iin}`,
      ),
    },
    detail: { answers: changedPaths(state), documents, ticked: isTicked },
  })
  if (isTicked)
    await audit(tx, {
      actorId: actor.userId,
      action: 'application.documentsConfirmed',
      subject: application.id,
      detail: { files: documents.map(({ slot, sha256 }) => `${slot} ${sha256}`).join(', ') },
    })
  await tellStaff(tx, application, 'staff_correction_answered', {}, now)
}

function changedPaths({ application, correcting }: CorrectionState): string[] {
  const { standing, corrected, correction } = correcting
  return correction.items.flatMap((item) => {
    const target = readTarget(item.target)
    const isAnswer = target?.kind === 'answer'
    return isAnswer && !isUnchanged(application.service, target.path, standing, corrected)
      ? [target.path]
      : []
  })
}

/** The new files take the places of the old ones, which stay on file; what nothing calls for any more goes. */
async function replaceFiles(tx: Tx, { id }: Application, snapshot: Snapshot, now: Date): Promise<void> {
  const fresh = await tx.applicationDocument.findMany({
    where: { applicationId: id, removedAt: null, slot: { startsWith: correctedSlot('') } },
    select: { id: true, slot: true, documentId: true },
  })
  for (const file of fresh) {
    const slot = [SIGNED_STATEMENT.key, ...snapshot.attachments.map((a) => a.slot)].find(
      (key) => correctedSlot(key) === file.slot,
    )
    if (slot)
      await tx.applicationDocument.updateMany({
        where: { applicationId: id, slot, removedAt: null },
        data: { removedAt: now },
      })
    await tx.applicationDocument.update({
      where: { id: file.id },
      data: slot ? { slot } : { removedAt: now },
      select: { id: true },
    })
  }
}
