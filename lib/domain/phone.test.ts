import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone } from './phone'

describe('parsePhone', () => {
  it.each([
    '+77011234567',
    '87011234567',
    '77011234567',
    '7011234567',
    '+7 (701) 123-45-67',
    '8 (701) 123 45 67',
    ' 8\u00a0701.123.45–67 ',
    '(+7) 701/123/45/67',
  ])('reads %j', (raw) => expect(parsePhone(raw)).toBe('+77011234567'))

  it.each([
    ['8 7212 41 00 00', '+77212410000'], // landline
    ['+7 600 123 45 67', '+76001234567'],
    ['+7 000 123 45 67', '+70001234567'],
    ['7771234567', '+77771234567'],
  ])('reads %s', (raw, expected) => expect(parsePhone(raw)).toBe(expected))

  it.each([
    '',
    '+7 701 234 56 7', // a digit is missing
    '8 701 234 56 7',
    '701123456',
    '+770112345678',
    '+7 495 123 45 67', // Russia
    '8 912 123 45 67',
    '+1 701 123 4567',
    '+8 701 123 45 67',
    '+998 90 123 45 67',
    'тел. 87011234567',
    '87011234567 доб. 5',
  ])('refuses %j', (raw) => expect(parsePhone(raw)).toBeNull())
})

describe('formatPhone', () => {
  it('writes the mask', () => expect(formatPhone('+77011234567')).toBe('+7 (701) 123-45-67'))
  it.each(['', '87011234567', '+14951234567'])('leaves %j alone', (text) =>
    expect(formatPhone(text)).toBe(text),
  )

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 6, 7), fc.nat({ max: 999_999_999 }), (zone, rest) => {
        const phone = `+7${zone}${String(rest).padStart(9, '0')}`
        expect(parsePhone(formatPhone(phone))).toBe(phone)
        expect(parsePhone(phone.replace('+7', '8'))).toBe(phone)
      }),
    )
  })
})
