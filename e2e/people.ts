import { randomInt, randomUUID } from 'node:crypto'
import { withCheckDigit } from '@/lib/domain/iin'
import type { Locale } from '@/lib/domain/text'
import { DEMO_PASSWORD } from '@/prisma/seed/people'
import { runSql } from '@/scripts/embedded/sql'

export type Child = {
  iin: string
  familyName: string
  givenName: string
  patronymic: string
  birthDate: string
  sex: 'male' | 'female'
  birthCertificate: string
}

export type Parent = {
  email: string
  password: string
  familyName: string
  givenName: string
  patronymic: string
  phone: string
  iin: string
  birthDate: string
  address: string
  child: Child
}

const two = (n: number) => String(n).padStart(2, '0')

/** An invented birth date with a valid IIN of it; serial numbers 9000–9999 are nobody's. */
export function born(from: number, to: number, sexDigit: number): { birthDate: string; iin: string } {
  for (;;) {
    const [year, month, day] = [randomInt(from, to + 1), randomInt(1, 13), randomInt(1, 29)]
    const iin = withCheckDigit(
      `${two(year % 100)}${two(month)}${two(day)}${sexDigit}${randomInt(9000, 10_000)}`,
    )
    if (iin) return { birthDate: `${year}-${two(month)}-${two(day)}`, iin }
  }
}

/** Invented people of one family whom nobody else has; the names hold all of ӘҒҚҢӨҰҮҺІ. */
export function newFamily(): Parent {
  return {
    email: `parent-${randomUUID()}@e2e.example`,
    password: DEMO_PASSWORD,
    familyName: 'Өмірзақова',
    givenName: 'Гүлжаһан',
    patronymic: 'Ғаниқызы',
    phone: `+7701${randomInt(1_000_000, 10_000_000)}`,
    ...born(1975, 1995, 4),
    address: 'Қарағанды облысы, Теміртау қ., Бейбітшілік көшесі, 7, 41-пәтер',
    child: {
      familyName: 'Һүсәйінова',
      givenName: 'Әлқоңыр',
      patronymic: 'Өтеғұлқызы',
      ...born(2010, 2018, 6),
      sex: 'female',
      birthCertificate: '0990478',
    },
  }
}

/** Plain SQL past the app: to set the stage, or to look at what came of a journey. */
export function sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return runSql(process.env.E2E_DATABASE_URL ?? '', text, values)
}

/** A parent who has registered, confirmed the address and filled the profile before the journey begins. */
export async function settleParent(language: Locale, family = newFamily()): Promise<Parent> {
  // All demo people have one password: its hash is taken from one of them.
  await sql(
    `INSERT INTO account (id, email, email_confirmed_at, password_hash, locale, family_name, given_name, patronymic,
       phone, iin, birth_date, address, residency, relation, updated_at)
     SELECT gen_random_uuid(), $1, now(), password_hash, $2, $3, $4, $5, $6, $7, $8, $9, 'resident', 'mother', now()
     FROM account WHERE email = 'parent@demo.bilimal.kz'`,
    [
      family.email,
      language,
      family.familyName,
      family.givenName,
      family.patronymic,
      family.phone,
      family.iin,
      family.birthDate,
      family.address,
    ],
  )
  return family
}

export const fullName = (p: { familyName: string; givenName: string; patronymic: string }) =>
  `${p.familyName} ${p.givenName} ${p.patronymic}`
