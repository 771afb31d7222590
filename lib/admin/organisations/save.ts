import 'server-only'
import { workplacesOf } from '@/lib/applications/policy'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { type Column, checkOrganisation, type InputFault } from '@/lib/domain/organisation-input'
import { rawOfForm } from '@/lib/organisations/import-file'
import { type ImportPlan, importOrganisations } from '@/lib/organisations/importing'
import { getKnown, listInputs } from '@/lib/organisations/inputs'
import { addOrganisation, changeOrganisation, closeOrganisation } from '@/lib/organisations/mutations'
import type { Tx } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { countOpen } from './data'

type Fault = { column: Column; fault: InputFault | 'taken' }
export type Saved =
  | { ok: true; bin: string; isNew: boolean; changesHours: boolean }
  | { ok: false; faults: Fault[] }

/**
 * Whoever works in a department reads what its schools are sent: which schools those are another administrator says.
 * @throws DomainError forbidden
 */
async function refuseOwnDepartment(tx: Tx, actor: Actor, bins: readonly string[]): Promise<void> {
  const worksThere = { id: { in: workplacesOf(actor) }, bin: { in: [...new Set(bins)] } }
  if ((await tx.organisation.count({ where: worksThere })) > 0) throw new DomainError('forbidden')
}

/** All rows of a file or none. @throws DomainError forbidden for a school that comes under one's own department */
export async function importRows(
  tx: Tx,
  actor: Actor,
  file: Parameters<typeof importOrganisations>[2],
): Promise<ImportPlan> {
  requireAdmin(actor)
  const plan = await importOrganisations(tx, actor, file)
  await refuseOwnDepartment(tx, actor, plan.departments)
  return plan
}

/** A form of one organisation; `bin` is that of the one to change, null for a new one. */
export async function saveOrganisation(
  tx: Tx,
  actor: Actor,
  bin: string | null,
  posted: Readonly<Record<string, string>>,
): Promise<Saved> {
  requireAdmin(actor)
  const standing = bin === null ? null : ((await listInputs(tx, [bin])).get(bin) ?? null)
  if (bin !== null && !standing) throw new DomainError('absent')
  const fixed = standing ? { bin: standing.bin, kind: standing.kind } : {}
  const checked = checkOrganisation({ ...rawOfForm(posted), ...fixed }, await getKnown(tx))
  if (!checked.ok) return checked
  const { input } = checked
  if (input.parentBin !== standing?.parentBin) await refuseOwnDepartment(tx, actor, [input.parentBin])
  if (standing) {
    await changeOrganisation(tx, actor, input)
    const changesHours = standing.week !== input.week || standing.closesAt !== input.closesAt
    return { ok: true, bin: input.bin, isNew: false, changesHours }
  }
  try {
    await addOrganisation(tx, actor, input)
    return { ok: true, bin: input.bin, isNew: true, changesHours: false }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'duplicate') throw error
    return { ok: false, faults: [{ column: 'bin', fault: 'taken' }] }
  }
}

/** The number of applications that stand in the way of closing unless it is confirmed; 0 when it was done. */
export async function closeOrReopen(
  tx: Tx,
  actor: Actor,
  bin: string,
  { isClosed, confirmed }: { isClosed: boolean; confirmed: boolean },
  now: Date,
): Promise<number> {
  requireAdmin(actor)
  const found = await tx.organisation.findUnique({ where: { bin }, select: { id: true } })
  if (!found) throw new DomainError('absent')
  const open = isClosed && !confirmed ? await countOpen(tx, found.id) : 0
  if (open === 0) await closeOrganisation(tx, actor, found.id, isClosed, now)
  return open
}
