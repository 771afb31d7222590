import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { DomainError } from '@/lib/domain/error'
import type { OrganisationInput } from '@/lib/domain/organisation-input'
import type { DbScope, Tx } from '@/lib/platform/db'

type By = Pick<DbScope, 'userId'>

/** As many as one statement carries well. */
const CHUNK = 1000

/**
 * Writes organisations down as they were told, by their BIN: those that are not there are made, the others changed.
 * The kind of one that is there is never changed.
 */
export async function putOrganisations(tx: Tx, inputs: readonly OrganisationInput[]): Promise<void> {
  for (let at = 0; at < inputs.length; at += CHUNK) {
    const rows = JSON.stringify(inputs.slice(at, at + CHUNK).map(toRow))
    await tx.$executeRaw`
      INSERT INTO organisation (id, kind, bin, name_kk, name_ru, short_name_kk, short_name_ru, address_kk, address_ru,
        district_code, phone, head_name, working_week, closes_at, sign_at_school, paper_orders)
      SELECT gen_random_uuid(), kind, bin, name_kk, name_ru, short_name_kk, short_name_ru, address_kk, address_ru,
        district_code, phone, head_name, working_week, closes_at, sign_at_school, paper_orders
      FROM jsonb_to_recordset(${rows}::jsonb) AS told (kind text, bin text, name_kk text, name_ru text,
        short_name_kk text, short_name_ru text, address_kk text, address_ru text, district_code text, phone text,
        head_name text, working_week integer, closes_at text, sign_at_school boolean, paper_orders boolean)
      ON CONFLICT (bin) DO UPDATE SET name_kk = excluded.name_kk, name_ru = excluded.name_ru,
        short_name_kk = excluded.short_name_kk, short_name_ru = excluded.short_name_ru,
        address_kk = excluded.address_kk, address_ru = excluded.address_ru, district_code = excluded.district_code,
        phone = excluded.phone, head_name = excluded.head_name, working_week = excluded.working_week,
        closes_at = excluded.closes_at, sign_at_school = excluded.sign_at_school,
        paper_orders = excluded.paper_orders`
  }
  // A department may stand below its schools in the file: only now are all of them there.
  for (let at = 0; at < inputs.length; at += CHUNK) {
    const rows = JSON.stringify(
      inputs.slice(at, at + CHUNK).map(({ bin, parentBin }) => ({ bin, parentBin })),
    )
    await tx.$executeRaw`
      UPDATE organisation SET parent_id = parent.id
      FROM jsonb_to_recordset(${rows}::jsonb) AS told (bin text, "parentBin" text)
      LEFT JOIN organisation AS parent ON parent.bin = told."parentBin" AND parent.kind = 'department'
      WHERE organisation.bin = told.bin AND organisation.parent_id IS DISTINCT FROM parent.id`
  }
}

function toRow(input: OrganisationInput) {
  return {
    kind: input.kind,
    bin: input.bin,
    name_kk: input.name.kk,
    name_ru: input.name.ru,
    short_name_kk: input.shortName.kk,
    short_name_ru: input.shortName.ru,
    address_kk: input.address.kk,
    address_ru: input.address.ru,
    district_code: input.district,
    phone: input.phone,
    head_name: input.headName,
    working_week: input.week,
    closes_at: input.closesAt,
    sign_at_school: input.signAtSchool,
    paper_orders: input.paperOrders,
  }
}

/** @throws DomainError duplicate when the BIN is another's already. */
export async function addOrganisation(tx: Tx, by: By, input: OrganisationInput): Promise<string> {
  await lockBin(tx, input.bin)
  if ((await tx.organisation.count({ where: { bin: input.bin } })) > 0) throw new DomainError('duplicate')
  await putOrganisations(tx, [input])
  const { id } = await tx.organisation.findUniqueOrThrow({
    where: { bin: input.bin },
    select: { id: true },
  })
  await audit(tx, { actorId: by.userId, action: 'organisation.add', subject: `organisation:${id}` })
  return id
}

/** BIN and kind are for good: papers have them. */
export async function changeOrganisation(tx: Tx, by: By, input: OrganisationInput): Promise<void> {
  const known = await tx.organisation.findUnique({
    where: { bin: input.bin },
    select: { id: true, kind: true },
  })
  if (!known || known.kind !== input.kind) throw new DomainError('absent')
  await putOrganisations(tx, [input])
  await audit(tx, {
    actorId: by.userId,
    action: 'organisation.change',
    subject: `organisation:${known.id}`,
  })
}

/** A closed one takes no new applications; what it was sent before it goes on with. */
export async function closeOrganisation(
  tx: Tx,
  by: By,
  id: string,
  isClosed: boolean,
  now: Date,
): Promise<void> {
  const { count } = await tx.organisation.updateMany({
    where: { id, closedAt: isClosed ? null : { not: null } },
    data: { closedAt: isClosed ? now : null },
  })
  if (count === 0) throw new DomainError('conflict')
  await audit(tx, {
    actorId: by.userId,
    action: isClosed ? 'organisation.close' : 'organisation.reopen',
    subject: `organisation:${id}`,
  })
}

async function lockBin(tx: Tx, bin: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bin:${bin}`}, 0))`
}

/**
 * Whoever runs the platform: administrators belong to it. It is no provider: no list offers it, and it works nothing.
 * Made when it is first needed, in any district, because every organisation has one.
 */
export async function operatorId(tx: Tx): Promise<string> {
  const bin = 'operator'
  await lockBin(tx, bin)
  const known = await tx.organisation.findUnique({ where: { bin }, select: { id: true } })
  if (known) return known.id
  const district = await tx.district.findFirstOrThrow({ orderBy: { code: 'asc' }, select: { code: true } })
  const [kk, ru] = ['E-Bilimal платформасының операторы', 'Оператор платформы E-Bilimal']
  const { id } = await tx.organisation.create({
    data: {
      kind: 'operator',
      bin,
      nameKk: kk,
      nameRu: ru,
      shortNameKk: kk,
      shortNameRu: ru,
      addressKk: '',
      addressRu: '',
      districtCode: district.code,
      phone: '',
      headName: '',
    },
    select: { id: true },
  })
  return id
}
