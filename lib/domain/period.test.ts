import { expect, it } from 'vitest'
import { SERVICES } from '@/lib/services'
import { holdsAfterResult, periodOf } from './period'

const TODAY = '2026-11-24'

function period(slug: string, answers: Record<string, Record<string, string>>, year: string | null = null) {
  const service = SERVICES.find((s) => s.slug === slug)
  if (!service) throw new Error(`no service ${slug}`)
  return periodOf(service, answers, TODAY, year)
}

it.each([
  ['home-schooling', { school: { from: '2027-09-01' } }, null, '2027-2028'],
  ['free-meals', {}, null, '2026-2027'],
  ['first-grade', {}, '2027', '2027'],
  ['first-grade', {}, null, '2026'],
  ['camp', { camp: { season: 'summer', from: '2027-06-05' } }, null, 'summer|2027-2028'],
  ['camp', { camp: { season: 'summer', from: '2027-07-20' } }, null, 'summer|2027-2028'],
  ['camp', { camp: { season: 'winter', from: '2027-01-03' } }, null, 'winter|2026-2027'],
  ['camp', { camp: { season: 'winter', from: '2026-12-28' } }, null, 'winter|2026-2027'],
  ['transfer', { leaving: { date: '2027-01-11' } }, null, '2027-01-11'],
  ['duplicate', { document: { kind: 'basic' } }, null, 'basic'],
  ['duplicate', {}, null, ''],
])('%s with %o of intake %s stands for %s', (slug, answers, year, expected) => {
  expect(period(slug, answers, year)).toBe(expected)
})

it('a settled matter stands in nobody’s way where each is a matter by itself', () => {
  const ends = SERVICES.filter((service) => !holdsAfterResult(service)).map((service) => service.slug)
  expect(ends).toEqual(['transfer', 'duplicate'])
})
