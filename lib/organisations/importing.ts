import 'server-only'
import { audit } from '@/lib/audit/mutations'
import {
  type Column,
  checkOrganisation,
  type InputFault,
  type Known,
  type OrganisationInput,
} from '@/lib/domain/organisation-input'
import type { DbScope, Tx } from '@/lib/platform/db'
import type { FileRow } from './import-file'
import { getKnown, listInputs } from './inputs'
import { putOrganisations } from './mutations'

export type RowFault =
  | { line: number; column: Column; fault: InputFault | 'otherKind' }
  /** The same BIN stands on an earlier line. */
  | { line: number; column: 'bin'; fault: 'twice'; first: number }
  /** Too many or too few cells: which of them belongs to which column nobody can tell. */
  | { line: number; column: null; fault: 'shape' }

/** What importing these rows would do; nothing is done while one of them is bad. */
export type ImportPlan = {
  added: OrganisationInput[]
  changed: OrganisationInput[]
  unchanged: number
  /** BINs of the departments under which schools come that were not there before. */
  departments: string[]
  faults: RowFault[]
}

/** Reads, and changes nothing. */
export async function planImport(tx: Tx, rows: readonly FileRow[]): Promise<ImportPlan> {
  const known = withOwn(await getKnown(tx), rows)
  const faults: RowFault[] = []
  const told = new Map<string, { line: number; input: OrganisationInput }>()
  for (const { line, raw } of rows) {
    if (!raw) {
      faults.push({ line, column: null, fault: 'shape' })
      continue
    }
    const checked = checkOrganisation(raw, known)
    if (!checked.ok) {
      faults.push(...checked.faults.map((fault) => ({ line, ...fault })))
      continue
    }
    const { input } = checked
    const first = told.get(input.bin)
    if (first) faults.push({ line, column: 'bin', fault: 'twice', first: first.line })
    else told.set(input.bin, { line, input })
  }
  const standing = await listInputs(tx, [...told.keys()])
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, departments: [], faults }
  for (const { line, input } of told.values()) {
    const stands = standing.get(input.bin)
    if (input.parentBin && stands?.parentBin !== input.parentBin) plan.departments.push(input.parentBin)
    if (!stands) plan.added.push(input)
    else if (stands.kind !== input.kind) faults.push({ line, column: 'kind', fault: 'otherKind' })
    else if (isSame(stands, input)) plan.unchanged += 1
    else plan.changed.push(input)
  }
  faults.sort((a, b) => a.line - b.line)
  return plan
}

/** A school's department may come with the same file. */
function withOwn(known: Known, rows: readonly FileRow[]): Known {
  const own = rows
    .flatMap(({ raw }) => raw ?? [])
    .filter(({ kind }) => kind.trim().toLowerCase() === 'department')
    .map(({ bin }) => bin.replace(/\s/gu, ''))
  return { ...known, departments: new Set([...known.departments, ...own]) }
}

const isSame = (a: OrganisationInput, b: OrganisationInput) =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (input: OrganisationInput) => Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))

/** All rows or none: with a bad one the plan comes back and nothing was changed. */
export async function importOrganisations(
  tx: Tx,
  by: Pick<DbScope, 'userId'>,
  { rows, sha256 }: { rows: readonly FileRow[]; sha256: string },
): Promise<ImportPlan> {
  // Two files at once would each plan without the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('organisations', 0))`
  const plan = await planImport(tx, rows)
  if (plan.faults.length > 0) return plan
  await putOrganisations(tx, [...plan.added, ...plan.changed])
  await audit(tx, {
    actorId: by.userId,
    action: 'organisations.import',
    subject: `file:${sha256}`,
    detail: { added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged },
  })
  return plan
}
