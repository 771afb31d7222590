import { beforeAll, describe, expect, it } from 'vitest'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { type School, seedSchools } from '@/test/school'
import { explainMany, explainWith, isForMany } from './explaining'
import { hour, sentTo } from './work.fixture'

await testDatabase()
let a: School
let b: School
let templateId: string

const template = (kind: string, isOff = false) =>
  prisma().textTemplate.create({
    data: {
      kind,
      nameKk: 'Анық емес',
      nameRu: 'Нечетко',
      bodyKk: '№ {number} өтінімдегі сурет анық емес, {date}.',
      bodyRu: 'Снимок в заявке № {number} нечеткий, {date}.',
      isOff,
    },
    select: { id: true },
  })

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
  templateId = (await template('refusal')).id
})

describe('the words of a template in an explanation', () => {
  it('come in the language of the applicant, after what was typed, and not twice', async () => {
    const { number } = await sentTo(a)
    const explain = (typed: string) =>
      asActor(a.clerk, (tx) => explainWith(tx, a.clerk, number, { typed, templateId }, hour(2)))
    const words = `№ ${number} өтінімдегі сурет анық емес, 2026 жылғы 24 қараша.`
    expect(await explain('')).toBe(words)
    expect(await explain('Құжат жоқ. ')).toBe(`Құжат жоқ.\n${words}`)
    expect(await explain(`${words} Қайта түсіріңіз.`)).toBe(`${words} Қайта түсіріңіз.`)
    await prisma().application.update({ where: { number }, data: { locale: 'ru' } })
    expect(await explain('')).toBe(`Снимок в заявке № ${number} нечеткий, 24 ноября 2026 года.`)
  })

  it('are of a refusal that is in use, and of an application that one works', async () => {
    const { number } = await sentTo(a)
    const other = [(await template('message')).id, (await template('refusal', true)).id, 'none']
    for (const id of other)
      expect(
        await asActor(a.clerk, (tx) =>
          explainWith(tx, a.clerk, number, { typed: 'Құжат жоқ', templateId: id }, hour(2)),
        ),
      ).toBe('Құжат жоқ')
    await expect(
      asActor(b.clerk, (tx) => explainWith(tx, b.clerk, number, { typed: '', templateId }, hour(2))),
    ).rejects.toHaveProperty('code', 'absent')
  })

  it('of many at once are of those that are true of each, in each of their languages, and not twice', () => {
    const words = (kk: string, ru: string) => ({ id: '', name: { kk, ru }, body: { kk, ru } })
    expect(isForMany(words('№ {number}', 'Нечетко'))).toBe(false)
    expect(isForMany(words('Анық емес', 'Не для {service}'))).toBe(false)
    const clear = words('Анық емес, {date}.', 'Нечетко, {date}.')
    expect(isForMany(clear)).toBe(true)
    expect(explainMany(clear, ['ru'], 'Снимок.', hour(2))).toBe('Снимок.\nНечетко, 24 ноября 2026 года.')
    const both = explainMany(clear, ['kk', 'ru'], '', hour(2))
    expect(both).toBe('Анық емес, 2026 жылғы 24 қараша.\nНечетко, 24 ноября 2026 года.')
    expect(explainMany(clear, ['kk', 'ru'], both, hour(2))).toBe(both)
  })
})
