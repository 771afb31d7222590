import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/domain/actor'
import { withProfile } from '@/lib/domain/answers'
import { almatyInstant } from '@/lib/domain/dates'
import { withCheckDigit } from '@/lib/domain/iin'
import { fullName } from '@/lib/domain/person-name'
import type { Snapshot } from '@/lib/domain/snapshot'
import { Json, prisma } from '@/lib/platform/db'
import { firstGrade } from '@/lib/services/first-grade'
import { CHILD, type School } from '@/test/school'

const { slug, version } = firstGrade
export const PERIOD = '2027'
export const OPENING = almatyInstant('2027-04-01', '09:00')
export const later = (ms: number) => new Date(OPENING.getTime() + ms)

/** The intake of the first grade as the law has it, whatever the ground was sown with. */
export async function openIntake(): Promise<void> {
  const window = { opensAt: OPENING, closesAt: almatyInstant('2027-09-01', '00:00'), answerBy: '2027-08-31' }
  await prisma().intakeWindow.deleteMany({ where: { serviceSlug: slug, periodKey: { not: PERIOD } } })
  await prisma().intakeWindow.upsert({
    where: { serviceSlug_periodKey: { serviceSlug: slug, periodKey: PERIOD } },
    create: { serviceSlug: slug, periodKey: PERIOD, ...window },
    update: window,
  })
}

export async function setSeats(school: School, seats: number, variant = 'kk'): Promise<void> {
  const key = { organisationId: school.id, serviceSlug: slug, periodKey: PERIOD, variant }
  await prisma().capacity.upsert({
    where: { organisationId_serviceSlug_periodKey_variant: key },
    create: { ...key, seats },
    update: { seats },
  })
}

let children = 0

/** Another boy who turns seven in the year of the intake. */
export function futurePupil(): typeof CHILD {
  for (;;) {
    children += 1
    const iin = withCheckDigit(`2005205${String(1000 + children)}`)
    if (iin) return { ...CHILD, iin, birthDate: '2020-05-20' }
  }
}

export type Ready = { parent: Actor; number: number; iin: string }

/**
 * Drafts of as many parents, frozen and signed, written at once: what is tried begins at sending. The
 * statements themselves are not rendered.
 */
export async function readyDrafts(
  count: number,
  school: School,
  { language = 'kk', area = 'yes', child }: { language?: string; area?: string; child?: typeof CHILD } = {},
): Promise<Ready[]> {
  const all = Array.from({ length: count }, () => ({
    accountId: randomUUID(),
    id: randomUUID(),
    revisionId: randomUUID(),
    child: child ?? futurePupil(),
  }))
  const { name } = await namesOf(school)
  const answersOf = (pupil: typeof CHILD) => ({
    child: { ...pupil, bornElsewhere: 'no' },
    school: { organisation: school.id, language, address: 'Теміртау қ., 7', livesInArea: area },
    needs: { preschool: '', specialNeeds: 'no' },
  })
  await prisma().account.createMany({
    data: all.map(({ accountId }) => ({
      ...PARENT,
      id: accountId,
      email: emailOf(accountId),
      emailConfirmedAt: OPENING,
      passwordHash: 'none',
    })),
  })
  await prisma().application.createMany({
    data: all.map(({ id, accountId, child: pupil }) => ({
      id,
      serviceSlug: slug,
      serviceVersion: version,
      ownerId: accountId,
      subjectKey: pupil.iin,
      periodKey: PERIOD,
      locale: 'kk',
      organisationId: school.id,
      answers: Json.write(answersOf(pupil)),
    })),
  })
  await prisma().revision.createMany({
    data: all.map(({ revisionId, id, accountId, child: pupil }) => {
      const profile = { ...PARENT, email: emailOf(accountId) }
      const snapshot: Snapshot = {
        service: { slug, version },
        locale: 'kk',
        date: '2027-03-25',
        answers: withProfile(firstGrade, answersOf(pupil), profile),
        applicant: { ...profile, name: fullName(profile) },
        subject: {
          name: `Әлиев ${pupil.iin}`,
          initials: 'Ә. Е.',
          iin: pupil.iin,
          birthDate: pupil.birthDate,
        },
        organisation: { id: school.id, kind: 'school', name, address: name, phone: '', headName: '' },
        period: PERIOD,
        attachments: [],
      }
      return {
        id: revisionId,
        applicationId: id,
        ordinal: 1,
        mark: 'K7QM',
        locale: 'kk',
        snapshot: Json.write(snapshot),
        statementSha256: id,
        signedBy: 'scan',
        signedAt: OPENING,
      }
    }),
  })
  await prisma()
    .$executeRaw`UPDATE application SET current_revision_id = revision.id FROM revision WHERE application_id = application.id AND current_revision_id IS NULL`
  const numbers = await prisma().application.findMany({
    where: { id: { in: all.map(({ id }) => id) } },
    select: { id: true, number: true },
  })
  return all.map(({ id, accountId, child: pupil }) => ({
    parent: parentOf(accountId),
    number: numbers.find((row) => row.id === id)?.number ?? 0,
    iin: pupil.iin,
  }))
}

const PARENT = {
  familyName: 'Әлиева',
  givenName: 'Гүлім',
  patronymic: '',
  iin: '881102400015',
  birthDate: '1988-11-02',
  address: 'Теміртау қ., Абай к-сі, 5',
  phone: '+77011234567',
  residency: 'resident',
  relation: 'mother',
}

const emailOf = (accountId: string) => `${accountId}@example.kz`

async function namesOf(school: School) {
  const row = await prisma().organisation.findUniqueOrThrow({ where: { id: school.id } })
  return { name: { kk: row.nameKk, ru: row.nameRu } }
}

function parentOf(userId: string): Actor {
  return {
    userId,
    email: emailOf(userId),
    name: fullName(PARENT),
    iin: PARENT.iin,
    confirmed: true,
    sessionId: randomUUID(),
    memberships: [],
    organisationIds: [],
  }
}
