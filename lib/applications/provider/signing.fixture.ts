import type { Actor } from '@/lib/domain/actor'
import { prisma } from '@/lib/platform/db'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { addPerson, type School } from '@/test/school'
import { finish } from './finishing'
import { openPrepared, prepare } from './preparing'
import { begin, type Opened, type ToSign } from './signing'
import { hour } from './work.fixture'

/** The IIN of the heads of these tests; their keys name it. */
export const HEAD_IIN = '770315300019'

let schools = 0

/** A school with a BIN as keys name one, and a head whose profile has an IIN. */
export async function schoolWithBin(like: School): Promise<School & { bin: string }> {
  schools += 1
  const bin = `99014000${String(1000 + schools)}`
  const { id: _, ...rest } = await prisma().organisation.findUniqueOrThrow({ where: { id: like.id } })
  const { id } = await prisma().organisation.create({ data: { ...rest, bin, paperOrders: false } })
  return {
    id,
    bin,
    clerk: await addPerson([[id, 'clerk']]),
    director: await addPerson([[id, 'director']], { iin: HEAD_IIN }),
  }
}

export const result = (number: number): ToSign => ({ number, reason: null })

export const signed = (opened: Opened, key: Issued) => ({
  ...opened,
  signedXml: signXml(opened.payload, key),
})

/** One choice of the key over the sheets that are prepared: what NCALayer hands back, in the order of asking. */
export async function signSheet(actor: Actor, sheetId: string, key: Issued, now: Date): Promise<Uint8Array> {
  return signCms(await openPrepared(actor, sheetId, now), key, { signingTime: now })
}

export type Ended = { number: number; status: string; code?: string }

type Hands = {
  now?: Date
  /** The key of the second choice, where it is another. */
  second?: Issued
  /** What happens in the world between the two choices. */
  meanwhile?: () => Promise<void>
}

/** A whole session as the page goes through it: what became of each, in the order of the list. */
export async function signAll(
  actor: Actor,
  list: readonly ToSign[],
  key: Issued,
  { now = hour(4), second = key, meanwhile = async () => {} }: Hands = {},
): Promise<Ended[]> {
  const { opened, taken } = await begin(actor, list, now)
  const ended: Ended[] = taken.map((number) => ({ number, status: 'taken' }))
  const sheets: { number: number; sheetId: string; cms: Uint8Array }[] = []
  for (const one of opened) {
    const step = await prepare(actor, signed(one, key), now)
    if (step.status === 'prepared')
      sheets.push({ ...step, number: one.number, cms: await signSheet(actor, step.sheetId, second, now) })
    else ended.push({ number: one.number, ...step })
  }
  await meanwhile()
  for (const { number, ...sheet } of sheets) ended.push({ number, ...(await finish(actor, sheet, now)) })
  const place = (number: number) => list.findIndex((one) => one.number === number)
  return ended.sort((a, b) => place(a.number) - place(b.number))
}

/** The numbers of a register as they are on its papers, in order. */
export async function numbersOf(school: School, kind = 'order'): Promise<number[]> {
  const papers = await prisma().paper.findMany({ where: { organisationId: school.id, kind } })
  return papers.map(({ number }) => Number(number)).sort((a, b) => a - b)
}
