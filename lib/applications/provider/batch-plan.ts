import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type BatchAction, MOST_ITEMS, type Obstacle } from '@/lib/domain/batch'
import { DomainError } from '@/lib/domain/error'
import type { Ground } from '@/lib/domain/service'
import type { Status } from '@/lib/domain/status'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { type Application, getForStaff } from '../data'
import { workplacesOf } from '../policy'
import { listTemplates, type Template } from '../templates'
import { type Colleague, listColleagues } from './assigning'
import { obstacleOf } from './batch-obstacles'
import { isForMany } from './explaining'

export type PlannedItem = {
  number: number
  /** Null of an application that this person does not read. */
  shown: { subjectName: string; service: Text; status: Status } | null
  obstacle: Obstacle | null
}

/** What would happen to which, before anything does. */
export type BatchPlan = {
  action: BatchAction
  items: PlannedItem[]
  /** How many nothing stands in the way of. */
  ready: number
  /** By which any of the ready may be refused. */
  grounds: readonly Ground[]
  colleagues: readonly (Colleague & { isReader: boolean })[]
  /** Ready words for a refusal, and the languages of those who would read them, Kazakh first. */
  templates: readonly Template[]
  languages: readonly Locale[]
}

export async function planBatch(
  tx: Tx,
  actor: Actor,
  action: BatchAction,
  numbers: readonly number[],
  now: Date,
): Promise<BatchPlan> {
  const wanted = [...new Set(numbers)].sort((a, b) => a - b)
  if (wanted.length > MOST_ITEMS) throw new DomainError('absent')
  const items: PlannedItem[] = []
  const ready: Application[] = []
  for (const number of wanted) {
    const application = await findForStaff(tx, actor, number)
    if (!application) {
      items.push({ number, shown: null, obstacle: 'absent' })
      continue
    }
    const { service, status, revision } = application
    const obstacle = obstacleOf(actor, action, application)
    if (obstacle === null) ready.push(application)
    const subjectName = revision?.snapshot.subject.name ?? ''
    items.push({ number, shown: { subjectName, service: service.name, status }, obstacle })
  }
  return {
    action,
    items,
    ready: ready.length,
    grounds: action === 'refuseIntake' ? commonGrounds(ready) : [],
    colleagues: action === 'assign' ? await colleaguesOf(tx, actor, now) : [],
    templates: action === 'refuseIntake' ? (await listTemplates(tx, 'refusal')).filter(isForMany) : [],
    languages: LOCALES.filter((language) => ready.some(({ locale }) => locale === language)),
  }
}

async function colleaguesOf(tx: Tx, actor: Actor, now: Date): Promise<BatchPlan['colleagues']> {
  const colleagues = await listColleagues(tx, workplacesOf(actor), now)
  return colleagues.map((one) => ({ ...one, isReader: one.id === actor.userId }))
}

async function findForStaff(tx: Tx, actor: Actor, number: number): Promise<Application | null> {
  try {
    return await getForStaff(tx, actor, number)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'absent') return null
    throw error
  }
}

/** Of several services: only a ground that each of them has may be chosen once for all. */
function commonGrounds(ready: readonly Application[]): Ground[] {
  const [first, ...others] = ready.map(({ service }) => service.intakeGrounds)
  return (first ?? []).filter(({ code }) =>
    others.every((list) => list.some((ground) => ground.code === code)),
  )
}

/** Numbers out of an address or a form: `44001.44002`; anything else in it is left out. */
export function readNumbers(raw: string): number[] {
  return [...new Set(raw.split('.').filter((part) => /^[1-9]\d{0,8}$/.test(part)))].map(Number)
}

/** Where it is shown what would happen to which. */
export function planPath(action: BatchAction, numbers: readonly number[]): string {
  return `/work/batches/new?action=${action}&numbers=${numbers.join('.')}`
}

export const batchPath = (id: string) => `/work/batches/${id}`
