import { randomUUID } from 'node:crypto'
import { type Actor, isRole } from '@/lib/domain/actor'
import { fullName } from '@/lib/domain/person-name'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Status } from '@/lib/domain/status'
import { asSystem, Json } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import { PEOPLE, type Person } from '@/prisma/seed/people'

/** A person of the seed as the session would tell of them. */
export function actorOf(key: Person['key']): Promise<Actor> {
  const email = PEOPLE.find((person) => person.key === key)?.email ?? ''
  return asSystem('test', async (tx) => {
    const account = await tx.account.findFirstOrThrow({ where: { email }, include: { memberships: true } })
    const memberships = account.memberships.flatMap(({ organisationId, role }) =>
      isRole(role) ? [{ organisationId, role }] : [],
    )
    return {
      userId: account.id,
      email,
      name: fullName(account),
      iin: account.iin,
      confirmed: true,
      sessionId: randomUUID(),
      memberships,
      organisationIds: memberships.map((m) => m.organisationId),
    }
  })
}

const BIN = ORGANISATIONS.find((organisation) => organisation.key === 'temirtau-5')?.bin ?? ''

/** An application of the owner to the demo school, in this state. */
export function makeApplication(
  owner: Actor,
  { status, subjectIin = randomUUID() }: { status: Status; subjectIin?: string },
): Promise<{ id: string; number: number }> {
  return asSystem('test', async (tx) => {
    const school = await tx.organisation.findUniqueOrThrow({ where: { bin: BIN } })
    const sent = status !== 'draft'
    return tx.application.create({
      data: {
        serviceSlug: 'home-schooling',
        serviceVersion: homeSchooling.version,
        ownerId: owner.userId,
        periodKey: randomUUID(),
        subjectKey: subjectIin,
        status,
        locale: 'ru',
        organisationId: school.id,
        sentAt: sent ? new Date() : null,
        parties: sent ? { create: { organisationId: school.id, part: 'provider' } } : undefined,
      },
      select: { id: true, number: true },
    })
  })
}

export async function setStatus(id: string, status: Status): Promise<void> {
  await asSystem('test', (tx) => tx.application.update({ where: { id }, data: { status } }))
}

/** A frozen revision, current; its content does not matter here. */
export function freezeFor(applicationId: string, signedBy: 'atSchool' | null = null): Promise<string> {
  const person = { name: '', iin: '', birthDate: '', address: '', phone: '', email: '' }
  const text = { kk: '№ 5', ru: '№ 5' }
  const snapshot: Snapshot = {
    service: { slug: 'home-schooling', version: homeSchooling.version },
    locale: 'ru',
    date: '2026-09-01',
    answers: {},
    applicant: person,
    subject: { name: '', initials: '', iin: '', birthDate: '' },
    organisation: { id: '', name: text, address: text, phone: '', headName: '' },
    attachments: [],
  }
  return asSystem('test', async (tx) => {
    const ordinal = 1 + (await tx.revision.count({ where: { applicationId } }))
    const { id } = await tx.revision.create({
      data: {
        applicationId,
        ordinal,
        mark: 'K7QM',
        locale: 'ru',
        snapshot: Json.write(snapshot),
        statementSha256: '',
        signedBy,
      },
    })
    await tx.application.update({ where: { id: applicationId }, data: { currentRevisionId: id } })
    return id
  })
}

export function revisionOf(id: string) {
  return asSystem('test', (tx) => tx.revision.findUniqueOrThrow({ where: { id } }))
}
