import { beforeAll, describe, expect, it } from 'vitest'
import { binWithCheckDigit } from '@/lib/domain/bin'
import { COLUMNS, type Column } from '@/lib/domain/organisation-input'
import { asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { seedSchools } from '@/test/school'
import { type FileRow, MOST_ROWS, readFile } from './import-file'
import { importOrganisations, planImport } from './importing'

await testDatabase()
const BY = { userId: '00000000-0000-7000-8000-000000000001' }
let district: string

beforeAll(async () => {
  await seedSchools()
  district = (await prisma().district.findFirstOrThrow({ select: { code: true } })).code
})

let serial = 0
/** Another BIN that is nobody's. */
function freshBin(): string {
  for (;;) {
    serial += 1
    const bin = binWithCheckDigit(`9904409${String(5000 + serial)}`)
    if (bin) return bin
  }
}

type Cells = Partial<Record<Column, string>>

function cells(changed: Cells = {}): Record<Column, string> {
  return {
    bin: freshBin(),
    kind: 'school',
    name_kk: '«№ 1 мектеп; Ұлы Дала» КММ',
    name_ru: 'КГУ «Школа № 1»',
    short_name_kk: '№ 1 мектеп',
    short_name_ru: 'Школа № 1',
    address_kk: 'Абай к-сі, 1',
    address_ru: 'ул. Абая, 1',
    district,
    parent_bin: '',
    phone: '+77103199011',
    head_name: 'Омаров Данияр',
    working_week: '5',
    closes_at: '18:00',
    sign_at_school: 'yes',
    paper_orders: 'no',
    ...changed,
  }
}

const line = (row: Record<string, string>, sign: string) =>
  COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(sign)
const file = (rows: readonly Record<string, string>[], sign = ';') =>
  new TextEncoder().encode([COLUMNS.join(sign), ...rows.map((row) => line(row, sign))].join('\r\n'))

function rowsOf(rows: readonly Record<string, string>[]): FileRow[] {
  const read = readFile(file(rows))
  if (!read.ok) throw new Error(read.fault)
  return read.rows
}

const plan = (rows: FileRow[]) => asSystem('test', (tx) => planImport(tx, rows))
const take = (rows: FileRow[]) =>
  asSystem('test', (tx) => importOrganisations(tx, BY, { rows, sha256: 'of-the-file' }))

describe('a file', () => {
  it.each([';', ',', '\t'])('may part its cells by %j', (sign) => {
    expect(readFile(file([cells()], sign))).toMatchObject({ ok: true, rows: [{ line: 2 }] })
  })

  it('counts lines as an editor does, over cells of several lines and empty ones', () => {
    const text = [COLUMNS.join(';'), line(cells({ name_kk: 'а\nб' }), ';'), '', line(cells(), ';')].join('\n')
    const read = readFile(new TextEncoder().encode(`\ufeff${text}`))
    expect(read.ok && read.rows.map((row) => row.line)).toEqual([2, 5])
  })

  it.each<[string, Uint8Array, object]>([
    ['nothing', new Uint8Array(0), { fault: 'empty' }],
    ['its head alone', file([]), { fault: 'empty' }],
    // «БИН» in the code page of Windows.
    ['another encoding', new Uint8Array([0xc1, 0xc8, 0xcd]), { fault: 'encoding' }],
    ['a column less', new TextEncoder().encode('bin;kind\n1;2'), { fault: 'missing' }],
    [
      'a column that nobody knows',
      new TextEncoder().encode(`${COLUMNS.join(';')};director\n`),
      { fault: 'unknown', columns: ['director'] },
    ],
    [
      'a column twice',
      new TextEncoder().encode(`${COLUMNS.join(';')};bin\n`),
      { fault: 'twice', columns: ['bin'] },
    ],
    ['an open quotation', new TextEncoder().encode(`${COLUMNS.join(';')}\n"1;2`), { fault: 'quote' }],
  ])('with %s cannot be read, and says why', (_, bytes, why) => {
    expect(readFile(bytes)).toMatchObject({ ok: false, ...why })
  })

  it('has no more rows than a press can take', () => {
    const [head = '', row = ''] = new TextDecoder().decode(file([cells()])).split('\r\n')
    const long = (count: number) =>
      readFile(new TextEncoder().encode([head, ...Array.from({ length: count }, () => row)].join('\n')))
    expect(long(MOST_ROWS).ok).toBe(true)
    expect(long(MOST_ROWS + 1)).toEqual({ ok: false, fault: 'tooManyRows' })
  })
})

describe('the dry run', () => {
  it('names each bad row by its line, its column and its fault, and changes nothing', async () => {
    const before = await prisma().organisation.count()
    const twin = cells()
    const standing = await prisma().organisation.findFirstOrThrow({ where: { kind: 'department' } })
    const bad: [Cells, object][] = [
      [{ bin: '990440999015' }, { column: 'bin', fault: 'bin' }],
      [{ district: 'nowhere' }, { column: 'district', fault: 'district' }],
      [{ name_kk: '' }, { column: 'name_kk', fault: 'required' }],
      [{ parent_bin: freshBin() }, { column: 'parent_bin', fault: 'parent' }],
      [{ bin: twin.bin }, { column: 'bin', fault: 'twice', first: 2 }],
      [{ bin: standing.bin }, { column: 'kind', fault: 'otherKind' }],
    ]
    const { added, faults } = await plan(rowsOf([twin, ...bad.map(([changed]) => cells(changed))]))
    expect(added.map(({ bin }) => bin)).toEqual([twin.bin])
    expect(faults).toEqual(bad.map(([, fault], at) => expect.objectContaining({ line: at + 3, ...fault })))
    expect(await prisma().organisation.count()).toBe(before)
  })

  it('names every row whose cells are not those of the columns, beside the other faults', async () => {
    const [head = '', ...good] = new TextDecoder()
      .decode(file([cells(), cells({ phone: '1' })]))
      .split('\r\n')
    const text = [head, '1;2', ...good, `${line(cells(), ';')};`].join('\n')
    const read = readFile(new TextEncoder().encode(text))
    const { added, faults } = await plan(read.ok ? read.rows : [])
    expect(added).toHaveLength(1)
    expect(faults).toEqual([
      { line: 2, column: null, fault: 'shape' },
      { line: 4, column: 'phone', fault: 'phone' },
      { line: 5, column: null, fault: 'shape' },
    ])
  })

  it('refuses the whole file for one bad row at the second press too', async () => {
    const before = await prisma().organisation.count()
    const refused = await take(rowsOf([cells(), cells({ phone: '1' })]))
    expect(refused.faults).toHaveLength(1)
    expect(await prisma().organisation.count()).toBe(before)
  })
})

describe('an import', () => {
  it('adds, changes and leaves alone, with a department that stands below its school', async () => {
    const [kept, changed] = [cells(), cells()]
    await take(rowsOf([kept, changed]))
    const department = cells({ kind: 'department' })
    const school = cells({ parent_bin: department.bin })
    const rows = rowsOf([kept, { ...changed, short_name_ru: 'Новое имя' }, school, department])
    expect(await take(rows)).toMatchObject({ unchanged: 1, added: { length: 2 }, changed: { length: 1 } })
    const found = await prisma().organisation.findUniqueOrThrow({
      where: { bin: school.bin },
      include: { parent: true },
    })
    expect(found).toMatchObject({
      nameKk: school.name_kk,
      signAtSchool: true,
      parent: { bin: department.bin },
    })
    expect(await prisma().organisation.findUniqueOrThrow({ where: { bin: changed.bin } })).toMatchObject({
      shortNameRu: 'Новое имя',
    })
    expect(await take(rows)).toMatchObject({ unchanged: 4, added: [], changed: [] })
    const note = await prisma().auditEvent.findFirst({
      where: { action: 'organisations.import' },
      orderBy: { id: 'desc' },
    })
    expect(note?.detail).toEqual({ added: 0, changed: 0, unchanged: 4 })
  })

  it('of two at once adds an organisation once', async () => {
    const rows = rowsOf([cells(), cells()])
    const both = await Promise.all([take(rows), take(rows)])
    expect(both.map(({ added }) => added.length).sort()).toEqual([0, 2])
  })

  it('takes as many rows as a file may have', async () => {
    const rows = rowsOf(Array.from({ length: 1000 }, () => cells()))
    expect((await take(rows)).added).toHaveLength(1000)
  })
})
