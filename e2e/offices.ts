import { randomInt, randomUUID } from 'node:crypto'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Text } from '@/lib/domain/text'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { PEOPLE } from '@/prisma/seed/people'
import { type Place, placeOf } from './pages/places'
import { born, sql } from './people'

export type Office = Place & {
  id: string
  bin: string
  kind: ProviderKind
  /** Addresses to sign in with. */
  clerk: string
  director: string
  /** Of the director, for a key of theirs. */
  directorIin: string
}

/** By what it is for; the second school is the one a child leaves. */
export type Offices = Readonly<Record<ProviderKind | 'sendingSchool', Office>>

const school = (n: number): Text => ({ kk: `№ ${n} жалпы білім беретін мектеп`, ru: `Школа № ${n}` })

/**
 * Organisations that only one worker knows: each numbers its papers in a row, so that journeys side by side in one
 * would take each other's numbers away between the printing and the signing.
 */
export async function settleOffices(): Promise<Offices> {
  const n = randomInt(1000, 5000)
  return {
    school: await settle('school', school(n)),
    sendingSchool: await settle('school', school(n + 5000)),
    department: await settle('department', { kk: `${n}-білім бөлімі`, ru: `Отдел образования № ${n}` }),
    akimat: await settle('akimat', { kk: `№ ${n} әкім аппараты`, ru: `Аппарат акима № ${n}` }),
  }
}

/** An organisation of the demo, with its own people. */
export async function seededOffice(key: string, kind: ProviderKind): Promise<Office> {
  const place = placeOf(key)
  const [row] = await sql('SELECT id FROM organisation WHERE short_name_ru = $1', [place.name.ru])
  const whoIs = (role: string) =>
    PEOPLE.find((p) => p.memberships.some((m) => m.organisation === key && m.role === role))
  const director = whoIs('director')
  return {
    ...place,
    id: String(row?.id),
    bin: ORGANISATIONS.find((o) => o.key === key)?.bin ?? '',
    kind,
    clerk: whoIs('clerk')?.email ?? '',
    director: director?.email ?? '',
    directorIin: director?.iin ?? '',
  }
}

async function settle(kind: ProviderKind, name: Text): Promise<Office> {
  const place = placeOf('temirtau-5')
  const bin = String(randomInt(1e11, 1e12))
  const [row] = await sql(
    `INSERT INTO organisation (id, kind, bin, name_kk, name_ru, short_name_kk, short_name_ru, address_kk, address_ru,
       district_code, phone, head_name, sign_at_school, paper_orders)
     SELECT gen_random_uuid(), $1, $2, $3, $4, $3, $4, 'Бейбітшілік көшесі, 7', 'ул. Мира, 7',
       district_code, '+77213900000', 'Қожахметова Ләззат Ғалымқызы', true, true
     FROM organisation WHERE short_name_ru = $5
     RETURNING id`,
    [kind, bin, name.kk, name.ru, place.name.ru],
  )
  const id = String(row?.id)
  const { iin } = born(1965, 1990, 4)
  return {
    ...place,
    name,
    id,
    bin,
    kind,
    clerk: await employ(id, 'clerk', ''),
    director: await employ(id, 'director', iin),
    directorIin: iin,
  }
}

async function employ(organisationId: string, role: 'clerk' | 'director', iin: string): Promise<string> {
  const email = `${role}-${randomUUID()}@e2e.example`
  await sql(
    `WITH person AS (
       INSERT INTO account (id, email, email_confirmed_at, password_hash, locale, family_name, given_name, iin, updated_at)
       SELECT gen_random_uuid(), $1, now(), password_hash, 'kk', 'Тілеуова', 'Жансая', $4, now()
       FROM account WHERE email = 'parent@demo.bilimal.kz'
       RETURNING id)
     INSERT INTO membership (id, account_id, organisation_id, role)
     SELECT gen_random_uuid(), person.id, $2, $3 FROM person`,
    [email, organisationId, role, iin],
  )
  return email
}
