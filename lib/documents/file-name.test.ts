import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, disposition } from './file-name'

const long = 'ә'.repeat(300)
const table: [what: string, raw: string, extensions: string[], kept: string][] = [
  ['a Russian name', 'Свидетельство о рождении.pdf', ['pdf'], 'Свидетельство о рождении.pdf'],
  ['all letters of Kazakh', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі.PDF', ['pdf'], 'ӘәҒғҚқҢңӨөҰұҮүҺһІі.pdf'],
  ['a soft hyphen', 'сви\u00adде\u00adтельство.pdf', ['pdf'], 'свидетельство.pdf'],
  ['marks that turn the reading around', 'a\u202efdp.exe\u202c.pdf', ['pdf'], 'afdp.exe.pdf'],
  ['a letter in two parts', 'справка и\u0306.jpg', ['jpg'], 'справка й.jpg'],
  ['line ends and tabs', 'a\r\nb\tc.jpg', ['jpg'], 'abc.jpg'],
  ['folders of Windows', 'C:\\Users\\Мама\\скан.png', ['png'], 'скан.png'],
  ['folders', '../../etc/скан.png', ['png'], 'скан.png'],
  ['a photo called a PDF', 'справка.pdf', ['jpg', 'jpeg'], 'справка.jpg'],
  ['another spelling', 'IMG_1.JPEG', ['jpg', 'jpeg'], 'IMG_1.jpeg'],
  ['a date at the end', 'Справка от 01.09', ['pdf'], 'Справка от 01.09.pdf'],
  ['a strange extension', 'a.exe', ['pdf'], 'a.exe.pdf'],
  ['no name', '', ['pdf'], 'Құжат.pdf'],
  ['only an extension', '.pdf', ['pdf'], 'Құжат.pdf'],
  ['300 letters', `${long}.pdf`, ['pdf'], `${'ә'.repeat(196)}.pdf`],
]

test.each(table)('%s', (_, raw, extensions, kept) => {
  expect(cleanFileName(raw, extensions, 'Құжат')).toBe(kept)
})

test('any name ends in its extension, is short, and can stand in a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
      const name = cleanFileName(raw, ['pdf'], 'Құжат')
      expect(name).toMatch(/^.+\.pdf$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\]/u)
      expect(disposition('inline', name)).toMatch(
        /^inline; filename="document\.pdf"; filename\*=UTF-8''[\w%.!~-]+$/,
      )
      expect(decodeURIComponent(disposition('inline', name).split("''")[1] ?? '')).toBe(name)
    }),
  )
})
