import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { SERVICES, serviceBySlug } from '@/lib/services'
import { termOf, usualIntakeOf } from '../../service-words'
import { courseOf } from './course'

const cases = SERVICES.flatMap((service) => LOCALES.map((locale) => [service.slug, locale, service] as const))

describe('what happens after sending', () => {
  it.each(cases)('%s in %s: intake first, then the own steps, the result, and how to cancel', (...given) => {
    const [, locale, service] = given
    const course = courseOf(service, locale)
    const keys = course.map(({ key }) => key)
    const stages = (service.stages ?? []).map(({ key }) => key)
    expect(keys.slice(0, 2)).toEqual(['intake', 'receipt'])
    expect(keys.filter((key) => stages.includes(key))).toEqual(stages)
    expect(keys.indexOf('result')).toBeGreaterThan(Math.max(...stages.map((key) => keys.indexOf(key)), 1))
    expect(keys.includes('handOver')).toBe(service.result.handOver !== undefined)
    expect(keys.at(-1)).toBe('cancel')
    for (const { head = '', text } of course) expect(head + text).not.toMatch(/[{}]|undefined/)
    const result = course.find(({ key }) => key === 'result')?.text
    expect(result).toContain(`«${service.result.paper.title[locale]}»`)
  })

  const heads = (slug: string) => {
    const service = serviceBySlug(slug)
    return service ? courseOf(service, 'ru').flatMap(({ head }) => head ?? []) : []
  }

  it('names who does each step of a service with several', () => {
    expect(heads('transfer')).toEqual([
      'Новая школа: подтвердить место.',
      'Школа, где ребенок учится сейчас: выдать открепительный талон.',
    ])
    expect(heads('home-schooling')).toEqual([])
  })
})

describe('the result', () => {
  it.each([
    ['home-schooling', 'приказ «О зачислении на индивидуальное бесплатное обучение на дому»'],
    ['camp', 'документ «Направление (путевка) на отдых в лагере»'],
    ['duplicate', 'уведомление «О готовности дубликата документа об образовании»'],
  ])('of %s is called what it is', (slug, paper) => {
    const service = serviceBySlug(slug)
    const result = service && courseOf(service, 'ru').find(({ key }) => key === 'result')
    expect(result?.text).toContain(paper)
  })
})

describe('the term and the intake', () => {
  it.each([
    ['free-meals', '5 рабочих дней', 'круглый год'],
    ['home-schooling', '2 рабочих дня', 'круглый год'],
    ['first-grade', 'до 31 августа', '1 апреля – 31 августа'],
    ['specialised-school', 'до 31 августа', '1 февраля – 15 апреля'],
  ])('of %s', (slug, term, intake) => {
    const service = serviceBySlug(slug)
    expect(service && [termOf(service, 'ru'), usualIntakeOf(service, 'ru')]).toEqual([term, intake])
  })

  it.each(cases)('of %s in %s stand in the course as on the card', (_, locale, service) => {
    const result = courseOf(service, locale).find(({ key }) => key === 'result')?.text ?? ''
    const [first = ''] = result.split(':')
    const words = termOf(service, locale).split(/[ –]+/)
    expect(first).toContain(words.slice(-2).join(' '))
  })
})
