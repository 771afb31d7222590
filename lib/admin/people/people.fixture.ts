import { getActor } from '@/lib/auth/data'
import { startSession } from '@/lib/auth/mutations'
import type { Actor } from '@/lib/domain/actor'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { type Invitation, type Invited, invite } from './invite'

export const IIN = '910212499048'

export type Place = { school: School; admin: Actor; bin: string; departmentBin: string }

/** A school, its department and an administrator; for the top of a test file. */
export async function settlePlace(): Promise<Place> {
  const { a, department } = await seedSchools()
  const binOf = async (id: string) =>
    (await prisma().organisation.findUniqueOrThrow({ where: { id }, select: { bin: true } })).bin
  const admin = await addPerson([[department, 'admin']])
  return { school: a, admin, bin: await binOf(a.id), departmentBin: await binOf(department) }
}

let people = 0

/** Of somebody new as a clerk of the school, from today on. */
export function invitation({ bin }: Place, changed: Partial<Invitation> = {}): Invitation {
  people += 1
  return {
    email: `clerk-${people}@example.kz`,
    familyName: 'Сейітова',
    givenName: 'Айгүл',
    patronymic: '',
    iin: IIN,
    role: 'clerk',
    organisation: bin,
    from: '2026-11-24',
    to: null,
    locale: 'ru',
    ...changed,
  }
}

export function give({ admin }: Place, wanted: Invitation): Promise<Invited> {
  return asActor(admin, (tx) => invite(tx, admin, wanted, TUESDAY))
}

/** The account that the role was given to. */
export async function invited(place: Place, wanted: Invitation): Promise<string> {
  const done = await give(place, wanted)
  if (!done.ok) throw new Error(done.fault)
  return done.accountId
}

/** Of one that has proven the address since. */
export async function accepted(place: Place, wanted: Invitation): Promise<string> {
  const id = await invited(place, wanted)
  await prisma().account.update({ where: { id }, data: { emailConfirmedAt: TUESDAY } })
  return id
}

/** As a request of theirs at this moment would find them. */
export async function rolesOf(accountId: string, now: Date): Promise<string[] | undefined> {
  const sessionId = await asSystem('test', (tx) => startSession(tx, accountId, now))
  return (await asSystem('test', (tx) => getActor(tx, sessionId, now)))?.memberships.map(({ role }) => role)
}

export const code = (value: string) => ({ asymmetricMatch: (error: unknown) => codeOf(error) === value })

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
