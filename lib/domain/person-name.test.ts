import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch, fullName, initials, isPersonName, maskedInitials, normaliseText } from './person-name'

describe('normaliseText', () => {
  it.each([
    ['  Айгүл \t\n Сәрсенова  ', 'Айгүл Сәрсенова'],
    ['Жа\u00adна \u200bбек\ufeff\u2060', 'Жана бек'],
    ['Ом\u00a0ар', 'Ом ар'],
    ['Омар\u0000', 'Омар'],
    ['Омар\ud800', 'Омар'],
    ['И\u0306ил', 'Йил'],
    ['\u0259ділет \u018fлия', '\u04d9ділет \u04d8лия'],
    ['\u0275мір \u019fмір', '\u04e9мір \u04e8мір'],
    ['Дiна', 'Д\u0456на'], // Latin i
    ['Cepiк', '\u0421\u0435\u0440\u0456к'], // only к is Cyrillic, the rest has twins
    ['Жаhан', 'Жа\u04bbан'],
    ['AXMETOВ', '\u0410\u0425\u041c\u0415\u0422\u041eВ'],
    ['ҮЙІH', 'ҮЙІ\u041d'],
    ['ГYЛНАР', 'Г\u04aeЛНАР'],
    ['Maria Omarova', 'Maria Omarova'],
    ['Cao', 'Cao'], // all Latin, although every letter has a twin
    ['Ивaноv', 'Ивaноv'], // v has no twin: left for a person to see
    ['Алия Smith', 'Алия Smith'],
    ['Cейт-Cao', '\u0421ейт-Cao'],
    ['Школа-гимназия № 5 «A»', 'Школа-гимназия № 5 «A»'],
    ['', ''],
    [' \u200b ', ''],
  ])('%j becomes %j', (raw, expected) => expect(normaliseText(raw)).toBe(expected))

  it('changes nothing the second time', () => {
    const unit = fc.constantFrom(
      ...'абИйәіңҮө aehiopxyABCEHIKMOPTXYëvsəɵƏ\u0306\u0308\u00ad\u200d\ufeff\n-№1',
    )
    for (const text of [fc.string({ unit, maxLength: 20 }), fc.string({ unit: 'binary' })]) {
      fc.assert(
        fc.property(text, (raw) => {
          const once = normaliseText(raw)
          expect(normaliseText(once)).toBe(once)
        }),
      )
    }
  })

  it('leaves Kazakh and Russian words alone', () => {
    const letters = fc.constantFrom(...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚҢӨҰҮҺІ')
    fc.assert(fc.property(fc.string({ unit: letters }), (word) => normaliseText(word) === word))
  })
})

describe('isPersonName', () => {
  it.each(['Ахметов', 'Ә', 'Ким-Ли', 'Болат ұлы', "О'Коннор", 'O’Neil', 'Müller', 'Ńguyễn', 'а'.repeat(100)])(
    'accepts %s',
    (name) => expect(isPersonName(name)).toBe(true),
  )
  it.each(['', ' Ахметов', '-', "'Али", 'Ахметов1', 'Ахметов, Б', '李', 'A<b>', 'А. Б.', 'а'.repeat(101)])(
    'refuses %j',
    (name) => expect(isPersonName(name)).toBe(false),
  )
})

describe('forms of a name', () => {
  it.each([
    ['Ахметов', 'Айдар', 'Болатович', 'Ахметов Айдар Болатович', 'Ахметов А. Б.', 'А. А. Б.'],
    ['Әлиева', 'Іңкәр', '', 'Әлиева Іңкәр', 'Әлиева І.', 'Ә. І.'],
    ['Серік', 'өмір', 'Болат ұлы', 'Серік өмір Болат ұлы', 'Серік Ө. Б.', 'С. Ө. Б.'],
    ['Ким', '', '', 'Ким', 'Ким', 'К.'],
  ])('%s %s %s', (familyName, givenName, patronymic, full, short, masked) => {
    const name = { familyName, givenName, patronymic }
    expect([fullName(name), initials(name), maskedInitials(name)]).toEqual([full, short, masked])
  })
})

describe('foldForSearch', () => {
  it.each([
    ['ӘҒҚҢӨҰҮҺІЁ', 'агкноуухие'],
    ['Айгүл  Сәрсенова', 'айгул сарсенова'],
    ['\u0259лия', 'алия'],
    ['Maria', 'maria'],
  ])('%s is found as %s', (value, key) => expect(foldForSearch(value)).toBe(key))

  it('finds a Kazakh name in either case and with Russian letters', () => {
    const letters = fc.constantFrom(...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя')
    fc.assert(
      fc.property(fc.string({ unit: letters }), (word) => {
        const key = foldForSearch(word)
        expect(foldForSearch(word.toUpperCase())).toBe(key)
        expect(foldForSearch(key)).toBe(key)
      }),
    )
  })
})
