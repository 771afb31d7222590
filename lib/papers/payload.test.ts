import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalXml, parseStrictXml } from '@/lib/signatures/eds/strict-xml'
import { type Payload, payloadXml } from './payload'
import { issuer, subjectName } from './samples.fixture'

const payload: Payload = {
  kind: 'notification',
  decision: { kind: 'order', number: '5', date: '2026-11-24' },
  issuer: { bin: '060740001234', name: issuer.name },
  application: {
    number: 44007,
    service: 'home-schooling',
    name: { kk: 'Үйде оқыту', ru: 'Обучение на дому' },
  },
  applicant: 'Ә. Ғ. Һ.',
  subject: { name: subjectName, iin: '111221600456' },
  values: [
    { key: 'grade', value: { kk: '5', ru: '5' } },
    { key: 'basis', value: { kk: '№ 118 қорытынды', ru: 'заключение № 118' } },
  ],
  reason: null,
  code: 'K7QM3X9R2DTB5WZA',
}

const rootOf = (p: Payload) => parseStrictXml(payloadXml(p))
const textsOf = (root: Element, name: string) =>
  Array.from(root.getElementsByTagName(name)).map((element) => element.textContent)

describe('the payload of a signature', () => {
  it('says what was decided, by whom and for whom', () => {
    const root = rootOf(payload)
    expect(root.namespaceURI).toBe('urn:kz:e-bilimal:paper:1')
    expect(root.getAttribute('code')).toBe(payload.code)
    const [decision] = Array.from(root.getElementsByTagName('decision'))
    expect(decision?.getAttribute('number')).toBe('5')
    expect(decision?.getAttribute('date')).toBe('2026-11-24')
    expect(textsOf(root, 'subject')).toEqual([subjectName])
    expect(textsOf(root, 'name')).toEqual([issuer.name.kk, issuer.name.ru, 'Үйде оқыту', 'Обучение на дому'])
    expect(textsOf(root, 'value')).toEqual(['5', '№ 118 қорытынды', 'заключение № 118'])
    expect(textsOf(root, 'reason')).toEqual([])
  })

  it('says no more of the subject than its paper does', () => {
    const xml = payloadXml({ ...payload, subject: { name: subjectName, iin: null } })
    expect(xml).not.toContain('111221600456')
  })

  it('fits, once signed, into a few QR codes', () => {
    expect(Buffer.byteLength(payloadXml(payload))).toBeLessThan(1600)
  })

  it('of any words is one text that every parser reads alike', () => {
    const word = fc.string({ unit: 'binary' })
    const awkward = fc.oneof(
      word,
      fc.constantFrom(']]>', '<!--', '&amp;', 'a\r\nb', 'ә\u0000\u2028', '"\'<>'),
    )
    fc.assert(
      fc.property(awkward, awkward, (kk, ru) => {
        const given: Payload = {
          ...payload,
          issuer: { bin: '060740001234', name: { kk, ru } },
          subject: { name: kk, iin: null },
          values: [{ key: 'basis', value: { kk: ru, ru: kk } }],
          reason: { ground: 'art19-1-2-2', explanation: kk },
        }
        const xml = payloadXml(given)
        expect(payloadXml(structuredClone(given))).toBe(xml)
        // What a parser gives back is what was put in: nothing was repaired on the way.
        expect(canonicalXml(canonicalXml(xml))).toBe(canonicalXml(xml))
        expect(textsOf(rootOf(given), 'subject')[0]).not.toMatch(/^\s|\s$|\r|\n/)
      }),
    )
  })

  it('keeps the words as they are typed', () => {
    const said = 'Рекомендация «ВКК» & справка <№ 5> не о том; 2 > 1 "иначе" – \'так\''
    const reason = { ground: 'art19-1-2-2', explanation: said }
    expect(textsOf(rootOf({ ...payload, reason }), 'reason')).toEqual([said])
  })
})
