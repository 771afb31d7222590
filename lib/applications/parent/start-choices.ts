import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { fullName } from '@/lib/domain/person-name'
import type { ServiceDefinition } from '@/lib/domain/service'
import { LIVE } from '@/lib/domain/workflow'
import { listChildren } from '@/lib/family/data'
import type { Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { subjectName } from './drafts'

/** For whom one may start: the children of the family, each with the application of this service that is open. */
export type StartChoices = {
  drafts: OpenDraft[]
  children: { id: string; name: string; birthDate: string; open: number | null }[]
}

export async function getStartChoices(
  tx: Tx,
  actor: Actor,
  service: ServiceDefinition,
): Promise<StartChoices> {
  const children = service.subject ? await listChildren(tx, actor) : []
  const live = await tx.application.findMany({
    where: {
      ownerId: actor.userId,
      serviceSlug: service.slug,
      status: { in: [...LIVE] },
      subjectKey: { in: children.map(({ iin }) => iin) },
    },
    orderBy: { number: 'asc' },
    select: { number: true, subjectKey: true },
  })
  return {
    drafts: await listOpenDrafts(tx, actor, service.slug),
    children: children.map((child) => ({
      id: child.id,
      name: fullName(child),
      birthDate: child.birthDate,
      open: live.findLast(({ subjectKey }) => subjectKey === child.iin)?.number ?? null,
    })),
  }
}

export type OpenDraft = { number: number; childName: string; createdAt: Date; updatedAt: Date }

/** The drafts of a service that may be gone on with. */
export async function listOpenDrafts(tx: Tx, actor: Actor, slug: string): Promise<OpenDraft[]> {
  const rows = await tx.application.findMany({
    where: { ownerId: actor.userId, serviceSlug: slug, status: 'draft' },
    orderBy: { updatedAt: 'desc' },
    select: { number: true },
  })
  const drafts: Application[] = []
  for (const row of rows) drafts.push(await getOwn(tx, actor, row.number))
  return drafts.map((d) => ({
    number: d.number,
    childName: subjectName(d.service, d.answers),
    createdAt: d.createdAt,
    updatedAt: d.updatedAt,
  }))
}
