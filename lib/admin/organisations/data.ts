import 'server-only'
import { isRole, type Role } from '@/lib/domain/actor'
import { sortKazakh } from '@/lib/domain/collation'
import { DomainError } from '@/lib/domain/error'
import type { OrganisationInput } from '@/lib/domain/organisation-input'
import { fullName } from '@/lib/domain/person-name'
import type { Locale } from '@/lib/domain/text'
import { LIVE } from '@/lib/domain/workflow'
import { listInputs } from '@/lib/organisations/inputs'
import type { Tx } from '@/lib/platform/db'

/** A district with its region, as a list offers it. */
export type DistrictChoice = { value: string; label: string }

export async function listDistrictChoices(tx: Tx, locale: Locale): Promise<DistrictChoice[]> {
  const name = locale === 'kk' ? 'nameKk' : 'nameRu'
  const rows = await tx.district.findMany({
    select: { code: true, nameKk: true, nameRu: true, region: { select: { nameKk: true, nameRu: true } } },
  })
  const choices = rows.map((row) => ({ value: row.code, label: `${row.region[name]}: ${row[name]}` }))
  return sortKazakh(choices, ({ label }) => label)
}

export type Colleague = { accountId: string; name: string; role: Role; from: Date; to: Date | null }

/** One organisation to be looked at and changed; `standing` is null for a new one. */
export type OrganisationPage = {
  districts: DistrictChoice[]
  standing: {
    id: string
    input: OrganisationInput
    closedAt: Date | null
    /** Applications that it still has to answer. */
    open: number
    people: Colleague[]
  } | null
}

/** `bin` out of an address, or `new`. @throws DomainError absent. */
export async function getOrganisationPage(
  tx: Tx,
  bin: string,
  locale: Locale,
  now: Date,
): Promise<OrganisationPage> {
  const districts = await listDistrictChoices(tx, locale)
  if (bin === 'new') return { districts, standing: null }
  const input = /^\d{12}$/.test(bin) ? (await listInputs(tx, [bin])).get(bin) : undefined
  if (!input) throw new DomainError('absent')
  const { id, closedAt } = await tx.organisation.findUniqueOrThrow({
    where: { bin },
    select: { id: true, closedAt: true },
  })
  return {
    districts,
    standing: { id, input, closedAt, open: await countOpen(tx, id), people: await listPeople(tx, id, now) },
  }
}

/** Sent and not answered yet; of a draft nobody there knows. */
export function countOpen(tx: Tx, organisationId: string): Promise<number> {
  const open = LIVE.filter((status) => status !== 'draft')
  return tx.applicationParty.count({
    where: { organisationId, part: { in: ['provider', 'acting'] }, application: { status: { in: open } } },
  })
}

/** Those who work there now or will. */
async function listPeople(tx: Tx, organisationId: string, now: Date): Promise<Colleague[]> {
  const rows = await tx.membership.findMany({
    where: { organisationId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    select: {
      accountId: true,
      role: true,
      validFrom: true,
      validTo: true,
      account: { select: { familyName: true, givenName: true, patronymic: true } },
    },
  })
  return rows.flatMap(({ accountId, role, validFrom, validTo, account }) =>
    isRole(role) ? [{ accountId, name: fullName(account), role, from: validFrom, to: validTo }] : [],
  )
}
