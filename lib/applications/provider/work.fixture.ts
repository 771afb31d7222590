import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { addParent, addPerson, fillDraft, newChild, type School, signDraft, TUESDAY } from '@/test/school'
import { send } from '../parent/sending'
import { readDecision } from './decision'
import { register } from './intake'
import { prepareResult } from './result'
import type { SigningSheet } from './signing-sheet'

export const hour = (n: number) => new Date(TUESDAY.getTime() + n * 3_600_000)

export const RESULT = { grade: '5', from: '2026-12-01', to: '2027-05-25', basis: '№ 118, 17.11.2026' }

/** A sent application of a new parent. */
export async function sentTo(school: School, child = newChild()) {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id, child)
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
  return { parent, number, child }
}

export async function onSigning(school: School) {
  const sent = await sentTo(school)
  await register(school.clerk, sent.number, hour(2))
  await asActor(school.clerk, (tx) => prepareResult(tx, school.clerk, sent.number, RESULT, hour(3)))
  return sent
}

export function decide(actor: Actor, number: number, step: string, now = hour(4)) {
  return asActor(actor, (tx) => readDecision(tx, actor, number, step, { locale: 'ru', now }))
}

/** The sheet as its page shows it. */
export async function sheetOf(actor: Actor, number: number, now = hour(4)): Promise<SigningSheet> {
  const decision = await decide(actor, number, 'sign', now)
  if (decision.step !== 'sign') throw new Error(`the page says ${decision.step}`)
  return decision.sheet
}

let schools = 0

/** A school of its own, for tests that count. */
export async function freshSchool(like: School): Promise<School> {
  schools += 1
  const { id: _, ...rest } = await prisma().organisation.findUniqueOrThrow({ where: { id: like.id } })
  const { id } = await prisma().organisation.create({ data: { ...rest, bin: `fresh-${schools}` } })
  return { id, clerk: await addPerson([[id, 'clerk']]), director: await addPerson([[id, 'director']]) }
}
