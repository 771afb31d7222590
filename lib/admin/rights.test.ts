import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/domain/actor'
import { binWithCheckDigit } from '@/lib/domain/bin'
import { writeOrganisation } from '@/lib/domain/organisation-input'
import { listInputs } from '@/lib/organisations/inputs'
import { asActor, prisma, type Tx } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, seedSchools, TUESDAY } from '@/test/school'
import { openLook, readLook } from './audit/look'
import { moveHorizon, removeDay, saveDay } from './calendar/mutations'
import { closeOrReopen, importRows, saveOrganisation } from './organisations/save'
import { type Invitation, invite } from './people/invite'
import { changePeriod, endRole, resendInvitation } from './people/mutations'
import { callOffWindow, saveWindow, switchService } from './services/mutations'
import { addText, changeText, moveText } from './texts/mutations'

await testDatabase()

let department: string
let admin: Actor

beforeAll(async () => {
  ;({ department } = await seedSchools())
  admin = await addPerson([[department, 'admin']], { iin: '881015399095' })
})

const code = (value: string) => expect.objectContaining({ code: value })
const window = { periodKey: '2030', opensAt: TUESDAY, closesAt: new Date('2030-01-01'), answerBy: null }
const text = { name: { kk: 'а', ru: 'а' }, body: { kk: 'а', ru: 'а' }, isOff: false }
const day = { date: '2026-12-01', kind: 'off', name: { kk: 'а', ru: 'а' } } as const
const NOBODY = '00000000-0000-7000-8000-000000000000'

const PERSON: Invitation = {
  email: 'new@example.kz',
  familyName: 'Сейітова',
  givenName: 'Айгүл',
  patronymic: '',
  iin: '910212499048',
  role: 'admin',
  organisation: '',
  from: '2026-11-24',
  to: null,
  locale: 'ru',
}

/** Everything that an administrator may do. */
const DEEDS: Readonly<Record<string, (tx: Tx, actor: Actor) => Promise<unknown>>> = {
  switchService: (tx, actor) => switchService(tx, actor, 'camp', { isOff: true, text: text.name }),
  saveWindow: (tx, actor) => saveWindow(tx, actor, 'first-grade', window, true),
  callOffWindow: (tx, actor) => callOffWindow(tx, actor, 'first-grade', window),
  saveOrganisation: (tx, actor) => saveOrganisation(tx, actor, null, {}),
  importRows: (tx, actor) => importRows(tx, actor, { rows: [], sha256: '' }),
  closeOrganisation: (tx, actor) =>
    closeOrReopen(tx, actor, '1', { isClosed: true, confirmed: true }, TUESDAY),
  invite: (tx, actor) => invite(tx, actor, PERSON, TUESDAY),
  endRole: (tx, actor) => endRole(tx, actor, NOBODY, TUESDAY),
  changePeriod: (tx, actor) => changePeriod(tx, actor, NOBODY, null, TUESDAY),
  resendInvitation: (tx, actor) => resendInvitation(tx, actor, NOBODY),
  saveDay: (tx, actor) => saveDay(tx, actor, day, true),
  removeDay: (tx, actor) => removeDay(tx, actor, '2026-12-16'),
  moveHorizon: (tx, actor) => moveHorizon(tx, actor, '2028-12-31', { confirmed: true }, TUESDAY),
  addText: (tx, actor) => addText(tx, actor, 'message', text),
  changeText: (tx, actor) => changeText(tx, actor, NOBODY, text),
  moveText: (tx, actor) => moveText(tx, actor, NOBODY, 'up'),
  openLook: (tx, actor) => openLook(tx, actor, { number: 44_000, reason: 'a good reason' }, TUESDAY),
  readLook: (tx, actor) => readLook(tx, actor, 44_000, 'ru', TUESDAY),
}

describe('for whoever is no administrator', () => {
  it.each(Object.keys(DEEDS))('%s is absent', async (name) => {
    const roles: Role[] = ['clerk', 'director', 'methodist']
    const staff = await Promise.all(roles.map((role) => addPerson([[department, role]])))
    for (const actor of [...staff, await addParent()])
      await expect(asActor(actor, (tx) => DEEDS[name]?.(tx, actor) ?? Promise.resolve())).rejects.toEqual(
        code('absent'),
      )
    expect(
      await prisma().auditEvent.count({ where: { actorId: { in: staff.map((one) => one.userId) } } }),
    ).toBe(0)
  })
})

const give = (changed: Partial<Invitation>) =>
  asActor(admin, (tx) => invite(tx, admin, { ...PERSON, ...changed }, TUESDAY))

describe('nobody raises their own rights', () => {
  const own = () => prisma().membership.findFirstOrThrow({ where: { accountId: admin.userId } })

  it('by their own address, however it is written', async () => {
    await expect(give({ email: admin.email })).rejects.toEqual(code('forbidden'))
    await expect(give({ email: ` ${admin.email.toUpperCase()} ` })).rejects.toEqual(code('forbidden'))
  })

  it('by another address and their own IIN, as they told it or as it was read', async () => {
    await expect(give({ email: 'second@example.kz', iin: admin.iin })).rejects.toEqual(code('forbidden'))
    const read = { ...admin, iin: '', memberships: admin.memberships.map((m) => ({ ...m, iin: PERSON.iin })) }
    const asRead = asActor(read, (tx) => invite(tx, read, PERSON, TUESDAY))
    await expect(asRead).rejects.toEqual(code('forbidden'))
  })

  it('by prolonging, shortening or ending what they hold', async () => {
    const { id } = await own()
    for (const to of [null, '2030-01-01', '2026-11-25'])
      await expect(asActor(admin, (tx) => changePeriod(tx, admin, id, to, TUESDAY))).rejects.toEqual(
        code('forbidden'),
      )
    await expect(asActor(admin, (tx) => endRole(tx, admin, id, TUESDAY))).rejects.toEqual(code('forbidden'))
    expect(await own()).toMatchObject({ validTo: null })
  })

  it('by an address that is no id of any role or person', async () => {
    const deeds: ((tx: Tx, id: string) => Promise<unknown>)[] = [
      (tx, id) => endRole(tx, admin, id, TUESDAY),
      (tx, id) => changePeriod(tx, admin, id, null, TUESDAY),
      (tx, id) => resendInvitation(tx, admin, id),
    ]
    for (const id of ['', 'constructor', '../..', "' OR 1=1"])
      for (const deed of deeds)
        await expect(asActor(admin, (tx) => deed(tx, id))).rejects.toEqual(code('absent'))
  })

  it('and of all this nothing is left', async () => {
    expect(await prisma().membership.count({ where: { accountId: admin.userId } })).toBe(1)
    expect(await prisma().account.count({ where: { email: 'second@example.kz' } })).toBe(0)
  })
})

describe('whoever is a methodist too', () => {
  const BIN = binWithCheckDigit('99044099901') ?? ''

  async function settle() {
    await prisma().organisation.updateMany({ where: { id: department }, data: { bin: BIN } })
    const second = await addPerson([
      [department, 'admin'],
      [department, 'methodist'],
    ])
    const school = await prisma().organisation.findFirstOrThrow({ where: { kind: 'school', parentId: null } })
    const raw = await asActor(admin, async (tx) => {
      const input = (await listInputs(tx, [school.bin])).get(school.bin)
      if (!input) throw new Error('no school')
      return { ...writeOrganisation(input), parent_bin: BIN }
    })
    const parentOf = async () =>
      (await prisma().organisation.findUniqueOrThrow({ where: { id: school.id } })).parentId
    return { second, raw, parentOf }
  }

  it('puts no school under their own department, by the form or by a file; another administrator does', async () => {
    const { second, raw, parentOf } = await settle()
    const byForm = (actor: Actor, changed = {}) =>
      asActor(actor, (tx) => saveOrganisation(tx, actor, raw.bin, { ...raw, ...changed }))
    const byFile = (actor: Actor) =>
      asActor(actor, (tx) => importRows(tx, actor, { rows: [{ line: 2, raw }], sha256: 'file' }))
    await expect(byForm(second)).rejects.toEqual(code('forbidden'))
    await expect(byFile(second)).rejects.toEqual(code('forbidden'))
    expect(await parentOf()).toBeNull()
    expect(await prisma().auditEvent.count({ where: { actorId: second.userId } })).toBe(0)
    await byFile(admin)
    expect(await parentOf()).toBe(department)
    // What is there already is theirs to change, and to give away.
    expect(await byForm(second, { phone: '+77103199012' })).toMatchObject({ ok: true })
    expect(await byForm(second, { parent_bin: '' })).toMatchObject({ ok: true })
    expect(await parentOf()).toBeNull()
    await expect(byForm(second)).rejects.toEqual(code('forbidden'))
  })
})
