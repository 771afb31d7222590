import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { freeMeals } from '@/lib/services/free-meals'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { addParent, fillDraftOf, type Offices, seedSchools } from '@/test/school'
import { SIGNED_STATEMENT } from './document-slots'
import { getFillable } from './documents'
import { freshOffices, type Life, passAllStages, prepareOf, registeredOf, sentOf } from './lives.fixture'
import { loadSent } from './provider/intake'
import { provisional, slotOfSheet } from './provider/result'
import { hour } from './provider/work.fixture'

await testDatabase()
let offices: Offices

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
})

const code = (value: string) => expect.objectContaining({ code: value })
const fill = (actor: Actor, number: number, slot: string) =>
  asActor(actor, (tx) => getFillable(tx, actor, { number, slot })).then(() => 'may' as const)

describe('the school that a child leaves', () => {
  it('scans no paper of the other school: neither the statement at the visit nor the signed order', async () => {
    const life = await sentOf(transfer, { offices })
    const { clerk } = life.provider
    const sending = life.offices.sendingSchool.clerk
    await prisma().revision.updateMany({
      where: { currentOf: { number: life.number } },
      data: { signedBy: 'atSchool' },
    })
    expect(await fill(clerk, life.number, SIGNED_STATEMENT.key)).toBe('may')
    await expect(fill(sending, life.number, SIGNED_STATEMENT.key)).rejects.toEqual(code('conflict'))

    const later = await registeredOf(transfer, { offices })
    await passAllStages(later)
    await prepareOf(later)
    const sheet = await sheetSlot(later)
    expect(await fill(clerk, later.number, sheet)).toBe('may')
    await expect(fill(sending, later.number, sheet)).rejects.toEqual(code('conflict'))
  })
})

async function sheetSlot({ provider: { clerk, id }, number, service }: Life): Promise<string> {
  return asActor(clerk, async (tx) => {
    const { application } = await loadSent(tx, clerk, number)
    return slotOfSheet(application, await provisional(tx, id, service, hour(4))).key
  })
}

describe('a file', () => {
  const LOW_INCOME = { 'category.category': 'lowIncome' }

  it('is taken for the rows that are there, and for what the answers call for', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(freeMeals, parent, offices, { choose: LOW_INCOME })
    expect(await slotsOf(number)).toEqual(['birthCertificate', 'income.row1', 'income.row2'])
    expect(await fill(parent, number, 'income.row1')).toBe('may')
    for (const slot of [
      'income',
      'income.gone1',
      'income.row1.more',
      'income.',
      '.row1',
      'income.__proto__',
      'income.row1/../x',
      'award.x.y',
      '__proto__',
      'constructor',
      'socialAid',
    ])
      await expect(fill(parent, number, slot), slot).rejects.toMatchObject({
        code: expect.stringMatching(/absent|conflict/),
      })
  })
})

async function slotsOf(number: number): Promise<string[]> {
  const rows = await prisma().applicationDocument.findMany({ where: { application: { number } } })
  return rows.map(({ slot }) => slot).sort()
}
