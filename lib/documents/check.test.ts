import { describe, expect, test } from 'vitest'
import type { DocumentType } from '@/lib/domain/service'
import { DOCUMENT_TYPES } from '@/lib/domain/service'
import { doc, docx, exe, jpeg, jpegOf, ole, pdf, png, zip } from '@/test/sample-files'
import { checkFile } from './check'

const MEGABYTE = 1024 * 1024
const limits = { types: DOCUMENT_TYPES, maxBytes: 10 * MEGABYTE }
const zeros = (megabytes: number) => Buffer.alloc(megabytes * MEGABYTE)

describe('takes what families attach', () => {
  const taken: [string, Buffer, string, DocumentType][] = [
    ['a photo', jpeg, 'IMG_0001.JPG', 'jpeg'],
    ['a photo of just 10 MB', jpegOf(10 * MEGABYTE), 'фото.jpg', 'jpeg'],
    ['a screenshot', png, 'снимок.png', 'png'],
    ['a photo that is called a PDF', jpeg, 'справка.pdf', 'jpeg'],
    ['a scan', pdf, 'скан.pdf', 'pdf'],
    ['a scan after a byte order mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), pdf]), 'a.pdf', 'pdf'],
    ['a scan without a name', pdf, '', 'pdf'],
    ['a Word 97 paper', doc, 'анықтама.doc', 'doc'],
    ['a new Word paper', docx, 'анықтама.docx', 'doc'],
    [
      'a zip of photos',
      zip({ name: 'бет 1.jpg', content: jpeg }, { name: 'бет 2.png', content: png }),
      'a.zip',
      'zip',
    ],
    ['a zip with folders', zip({ name: 'скан/' }, { name: 'скан/1.pdf', content: pdf }), 'a.zip', 'zip'],
    ['a zip of Word papers', zip({ name: 'құжат.docx', content: docx }), 'a.zip', 'zip'],
    ['a small file that packs well', zip({ name: 'a.txt', content: Buffer.alloc(900_000) }), 'a.zip', 'zip'],
  ]
  test.each(taken)('%s', async (_, bytes, name, type) => {
    expect(await checkFile(bytes, name, limits)).toMatchObject({ type })
  })
})

describe('refuses, with the reason', () => {
  const refused: [string, Buffer, string, string][] = [
    ['0 bytes', Buffer.alloc(0), 'скан.pdf', 'empty'],
    ['10 MB and one byte', jpegOf(10 * MEGABYTE + 1), 'фото.jpg', 'tooLarge'],
    ['a program called a PDF', exe, 'ВКК қорытындысы.pdf', 'notPdf'],
    ['a program called a photo', exe, 'фото.JPEG', 'notImage'],
    ['a program called a zip', exe, 'a.zip', 'notZip'],
    ['a program called a Word paper', exe, 'a.docx', 'notDoc'],
    ['a program under its own name', exe, 'setup.exe', 'wrongType'],
    ['a page of the web', Buffer.from('<html><script>1</script>'), 'a.pdf', 'notPdf'],
    ['a picture in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'wrongType'],
    ['a program with a PDF behind it', Buffer.concat([exe, pdf]), 'a.pdf', 'notPdf'],
    ['an Excel table of old', ole('Workbook'), 'a.xls', 'wrongType'],
    ['an Excel table called a Word paper', ole('Workbook'), 'a.doc', 'wrongType'],
    ['a Word paper with macros', ole('WordDocument', 'Macros'), 'a.doc', 'unsafe'],
    ['a Word paper behind a password', ole('EncryptedPackage'), 'a.docx', 'encrypted'],
    [
      'a new Word paper with macros',
      zip(
        { name: '[Content_Types].xml' },
        { name: 'word/document.xml' },
        { name: 'word/vbaProject.bin', content: 'x' },
      ),
      'a.docx',
      'unsafe',
    ],
    [
      'an Excel table',
      zip({ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }),
      'a.xlsx',
      'wrongType',
    ],
    ['an encrypted zip', zip({ name: 'скан.jpg', content: jpeg, encrypted: true }), 'a.zip', 'encrypted'],
    ['a zip bomb', zip({ name: 'a.bmp', content: zeros(101) }), 'a.zip', 'zipBomb'],
    ['a zip that packs 1000 to 1', zip({ name: 'a.bmp', content: zeros(20) }), 'a.zip', 'zipBomb'],
    [
      'a zip bomb that claims to be small',
      zip({ name: 'a.bmp', content: zeros(20), claims: 100 }),
      'a.zip',
      'zipBomb',
    ],
    [
      'a zip of 201 files',
      zip(...Array.from({ length: 201 }, (_, i) => ({ name: `${i}.txt`, content: 'x' }))),
      'a.zip',
      'zipBomb',
    ],
    [
      'a zip in a zip',
      zip({ name: 'b.zip', content: zip({ name: 'a.jpg', content: jpeg }) }),
      'a.zip',
      'nestedZip',
    ],
    [
      'a zip in a zip, called a photo',
      zip({ name: 'b.jpg', content: zip({ name: 'c.jpg' }) }),
      'a.zip',
      'nestedZip',
    ],
    [
      'a zip in a zip, called a Word paper',
      zip({ name: 'b.docx', content: zip({ name: 'c.docx', content: docx }) }),
      'a.zip',
      'nestedZip',
    ],
    ['a zip with a program', zip({ name: 'setup.EXE', content: exe }), 'a.zip', 'unsafe'],
    ['a zip with a program called a photo', zip({ name: 'фото.jpg', content: exe }), 'a.zip', 'unsafe'],
    ['a zip that climbs out', zip({ name: '../../etc/passwd', content: 'x' }), 'a.zip', 'unsafe'],
    ['a zip with an absolute path', zip({ name: '/etc/passwd', content: 'x' }), 'a.zip', 'unsafe'],
    ['a zip of nothing', zip(), 'a.zip', 'empty'],
    ['a zip of empty folders', zip({ name: 'a/' }), 'a.zip', 'empty'],
    ['half a zip', zip({ name: 'a.jpg', content: jpeg }).subarray(0, 60), 'a.zip', 'broken'],
  ]
  test.each(refused)('%s', async (_, bytes, name, fault) => {
    expect(await checkFile(bytes, name, limits)).toEqual({ fault })
  })
})

test('a slot takes only the kinds that it names', async () => {
  const scans = { types: ['jpeg', 'png', 'pdf'] as const, maxBytes: 10 * MEGABYTE }
  expect(await checkFile(pdf, 'a.pdf', scans)).toMatchObject({ type: 'pdf' })
  expect(await checkFile(doc, 'a.doc', scans)).toEqual({ fault: 'wrongType' })
  expect(await checkFile(docx, 'a.docx', scans)).toEqual({ fault: 'wrongType' })
  expect(await checkFile(docx, 'a.zip', { ...scans, types: ['zip'] })).toEqual({ fault: 'wrongType' })
})
