import type { STATUSES } from '@/lib/domain/status'
import { prisma } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'

type Status = (typeof STATUSES)[number]

export type AnsweredRow = {
  organisationId: string
  serviceSlug: string
  status: Status
  dueAt: string | null
  sentAt: Date | null
  decidedAt: Date | null
  decidedDays: number | null
  answerDue: string | null
  groundCode: string | null
}

/** The same numbers each time, from 0 up to 1. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Rows as a year of work leaves them, past the doors of the app: what counts them is tried, not what wrote them. */
export async function addRows(ownerId: string, rows: readonly AnsweredRow[]): Promise<void> {
  const first = await prisma().application.count()
  await prisma().application.createMany({
    data: rows.map((row, at) => ({
      ...row,
      ownerId,
      serviceVersion: SERVICES.find(({ slug }) => slug === row.serviceSlug)?.version ?? 1,
      subjectKey: `subject-${first + at}`,
      periodKey: '2026',
      locale: 'kk',
    })),
  })
  const created = await prisma().application.findMany({
    where: { ownerId, parties: { none: {} } },
    select: { id: true, organisationId: true },
  })
  await prisma().applicationParty.createMany({
    data: created.flatMap(({ id, organisationId }) =>
      organisationId ? [{ applicationId: id, organisationId, part: 'provider' }] : [],
    ),
  })
}
