import { describe, expect, test } from 'vitest'
import { withCheckDigit } from '@/lib/domain/iin'
import { LOCALES } from '@/lib/domain/text'
import { checkProfile } from './profile'
import { accountErrors, checkRegistration, parseEmail, passwordFaults } from './schema'

const TODAY = '2026-11-22'
const PERSON = {
  familyName: 'Əлиева',
  givenName: 'Әсел',
  patronymic: '',
  email: ' Asel@Mail.KZ ',
  phone: '8 701 123 45 67',
  consent: 'yes',
}
const PASSWORDS = { password: 'жеті құдық суы', repeat: 'жеті құдық суы' }

describe('registration', () => {
  test('takes what people type and keeps it in one form', () => {
    expect(checkRegistration(PERSON, PASSWORDS, TODAY)).toEqual({
      ok: true,
      registration: {
        familyName: 'Әлиева',
        givenName: 'Әсел',
        patronymic: '',
        email: 'asel@mail.kz',
        phone: '+77011234567',
      },
    })
  })

  test.each([
    ['familyName', '', 'required'],
    ['givenName', '12', 'personName'],
    ['email', 'asel', 'email'],
    ['phone', '+7 999 123', 'phone'],
    ['consent', '', 'consent'],
  ])('%s %j is told as %s', (field, value, fault) => {
    const checked = checkRegistration({ ...PERSON, [field]: value }, PASSWORDS, TODAY)
    expect(checked).toEqual({ ok: false, faults: [{ field, fault }] })
  })

  test('every fault has its sentence in both languages', () => {
    const checked = checkRegistration({}, { password: '1', repeat: '' }, TODAY)
    const faults = checked.ok ? [] : checked.faults
    expect(faults.map((f) => f.field)).toEqual([
      'familyName',
      'givenName',
      'email',
      'phone',
      'password',
      'consent',
    ])
    for (const locale of LOCALES) {
      for (const error of accountErrors(faults, locale)) expect(error.message.length).toBeGreaterThan(10)
    }
  })
})

describe('passwords', () => {
  test.each([
    ['1234567', '1234567', 'passwordShort'],
    ['ә'.repeat(201), 'ә'.repeat(201), 'passwordLong'],
    ['12345678', '12345678', 'passwordCommon'],
    ['Qwerty123', 'Qwerty123', 'passwordCommon'],
    ['ааааааааа', 'ааааааааа', 'passwordCommon'],
    ['asel@mail.kz', 'asel@mail.kz', 'passwordCommon'],
    ['көктем гүлі', 'көктем гүл', 'passwordRepeat'],
  ])('%s / %s is told as %s', (password, repeat, fault) => {
    expect(passwordFaults(password, repeat, 'asel@mail.kz').map((f) => f.fault)).toEqual([fault])
  })

  test('eight characters are counted as people count them', () => {
    expect(passwordFaults('құпия 😀1', 'құпия 😀1', '')).toEqual([])
  })
})

test.each([
  ['A.B+c@Mail.KZ', 'a.b+c@mail.kz'],
  ['asel@mail', null],
  ['a b@mail.kz', null],
  ['аsel@mail.kz', null],
  [`${'a'.repeat(250)}@mail.kz`, null],
])('address %s is kept as %s', (raw, email) => {
  expect(parseEmail(raw)).toBe(email)
})

describe('profile', () => {
  const birth = { 'birthDate-day': '21', 'birthDate-month': '12', 'birthDate-year': '1993' }

  test('may be left empty', () => {
    const checked = checkProfile({}, TODAY)
    expect(checked.ok && Object.values(checked.patch).every((value) => value === '')).toBe(true)
  })

  test('what is answered has to be right', () => {
    const checked = checkProfile({ iin: '123', residency: 'martian', 'birthDate-day': '31' }, TODAY)
    expect(checked.ok ? [] : checked.faults).toEqual([
      { field: 'iin', fault: 'iinLength' },
      { field: 'birthDate', fault: 'date' },
      { field: 'residency', fault: 'choice' },
    ])
  })

  test('digits of an IIN that differ from the birth date only warn', () => {
    const iin = withCheckDigit('93122140001') ?? ''
    expect(checkProfile({ iin, ...birth }, TODAY)).toMatchObject({ ok: true, mismatch: false })
    expect(checkProfile({ iin, ...birth, 'birthDate-day': '20' }, TODAY)).toMatchObject({
      ok: true,
      mismatch: true,
      patch: { birthDate: '1993-12-20' },
    })
  })
})
