import { crc32, deflateRawSync } from 'node:zlib'

/** Small files of every kind that people attach, and of kinds that they should not; made, not stored. */

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')

/** A white square. */
export const jpeg = hex(`
  ffd8ffe000104a46494600010100000100010000ffdb00430050373c463c32504641465a55505f78c882786e6e78f5afb991c8ff
  ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdb004301555a5a786978eb8282eb
  ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
  ffffffc00011080008000803012200021101031101ffc4001500010100000000000000000000000000000004ffc4001410010000
  0000000000000000000000000000ffc40014010100000000000000000000000000000000ffc40014110100000000000000000000
  000000000000ffda000c03010002110311003f00b4007fffd9`)

/** A white square. */
export const png = hex(`
  89504e470d0a1a0a0000000d4948445200000008000000080100000000ec7483260000000c49444154789c63f8cf8002013fd007
  f959d09a0d0000000049454e44ae426082`)

/** One empty page. */
export const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000053 00000 n 
0000000104 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
168
%%EOF
`)

/** The beginning of a Windows program. */
export const exe = Buffer.concat([hex('4d5a90000300000004000000ffff0000'), Buffer.alloc(512)])

/** A picture of a given size: whatever follows its last marker is ignored by those who show it. */
export function jpegOf(bytes: number): Buffer {
  return Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)])
}

/** A Word 97–2003 shell with these streams in its directory. */
export function ole(...streams: string[]): Buffer {
  const header = Buffer.alloc(512)
  hex('d0cf11e0a1b11ae1').copy(header)
  const directory = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(2 * name.length + 2, 64)
    return entry
  })
  return Buffer.concat([header, ...directory])
}

export const doc = ole('WordDocument', '1Table')

export type ZipEntry = {
  name: string
  content?: Buffer | string
  encrypted?: boolean
  /** A size to claim instead of the true one. */
  claims?: number
}

/** A zip archive, honest or not. */
export function zip(...entries: ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content = '', encrypted = false, claims } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const file = Buffer.from(name, 'utf8')
    // From "version needed" to "extra length", the same in both headers; bit 11: the name is UTF-8.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x5921, 8)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? plain.length, 18)
    common.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([hex('504b0304'), common, file, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([hex('504b0102 1400'), common, rest, file]))
    parts.push(local)
    at += local.length
  }
  const entriesOf = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  hex('504b0506').copy(end)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(entriesOf.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, entriesOf, end])
}

export const docx = zip(
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: '<w:document/>' },
)
