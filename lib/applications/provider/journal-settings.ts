import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { REGISTERS, type Register } from '@/lib/domain/paper-kind'
import type { Text } from '@/lib/domain/text'
import { isBegun, type Journal, numberLabel, readJournal } from '@/lib/orders/journal'
import { listNames } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { headedBy } from './waiting'

/** How the numbers of one journal of one year are written, and whether that can still be said. */
export type JournalSettings = {
  organisation: { id: string; name: Text }
  organisations: { id: string; name: Text }[]
  kind: Register
  kinds: readonly Register[]
  year: number
  /** This year, and the one that can be prepared before it begins. */
  years: number[]
  journal: Journal
  isBegun: boolean
  /** The next number as it would stand on paper. */
  label: string
}

export type JournalChoice = { organisation: string | null; kind: string | null; year: number | null }

/** @throws DomainError absent for who heads nothing, and for a foreign organisation */
export async function readJournalSettings(
  tx: Tx,
  actor: Actor,
  wanted: JournalChoice,
  thisYear: number,
): Promise<JournalSettings> {
  const names = Object.entries(await listNames(tx, headedBy(actor)))
  const organisations = names.map(([id, name]) => ({ id, name }))
  const organisation = wanted.organisation
    ? organisations.find(({ id }) => id === wanted.organisation)
    : organisations[0]
  if (!organisation) throw new DomainError('absent')
  const kind = REGISTERS.find((register) => register === wanted.kind) ?? 'order'
  const years = [thisYear, thisYear + 1]
  const year = years.find((y) => y === wanted.year) ?? thisYear
  const journal = await readJournal(tx, { organisationId: organisation.id, kind, year })
  return {
    organisation,
    organisations,
    kind,
    kinds: REGISTERS,
    year,
    years,
    journal,
    isBegun: isBegun(journal),
    label: numberLabel(journal, journal.next),
  }
}
