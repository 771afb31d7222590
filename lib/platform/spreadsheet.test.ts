import { DOMParser } from '@xmldom/xmldom'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Cell, csv, type Table, xlsx } from './spreadsheet'

async function* each(rows: readonly (readonly Cell[])[]) {
  yield* rows
}

const table = (rows: readonly (readonly Cell[])[], sheet = 'Журнал'): Table => ({
  sheet,
  columns: [{ title: '№' }, { title: 'Баланың аты-жөні', width: 40 }, { title: 'Күні' }],
  rows: each(rows),
})

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())

async function open(of: Table) {
  const files = unzipSync(await bytesOf(xlsx(of)))
  const part = (name: string) => {
    const errors: string[] = []
    const parser = new DOMParser({ errorHandler: (_: string, message: string) => errors.push(message) })
    const parsed = parser.parseFromString(strFromU8(files[name] ?? new Uint8Array()), 'text/xml')
    expect(errors).toEqual([])
    return parsed
  }
  const all = (name: string, tag: string) => Array.from(part(name).getElementsByTagName(tag))
  const cells = all('xl/worksheets/sheet1.xml', 'row').map((row) =>
    Object.fromEntries(
      Array.from(row.getElementsByTagName('c')).map((cell) => [
        cell.getAttribute('r') ?? '',
        cell.getAttribute('t') === 'inlineStr' ? (cell.textContent ?? '') : Number(cell.textContent),
      ]),
    ),
  )
  return { names: Object.keys(files), all, cells }
}

describe('a workbook', () => {
  it('has every part that its types and relations name', async () => {
    const { names, all } = await open(table([]))
    const named = all('[Content_Types].xml', 'Override').map((o) => o.getAttribute('PartName')?.slice(1))
    expect(named.every((name) => names.includes(name ?? ''))).toBe(true)
    const targets = all('xl/_rels/workbook.xml.rels', 'Relationship').map((r) => r.getAttribute('Target'))
    expect(targets.map((target) => `xl/${target}`).every((name) => names.includes(name))).toBe(true)
  })

  it('keeps numbers as numbers and every letter of both languages', async () => {
    const name = 'Әбдіғали Ұлжан Һ «І»'
    const { cells } = await open(
      table([
        [44007, name, '24.11.2026'],
        [null, '', 'Ё'],
      ]),
    )
    expect(cells).toEqual([
      { A1: '№', B1: 'Баланың аты-жөні', C1: 'Күні' },
      { A2: 44007, B2: name, C2: '24.11.2026' },
      { C3: 'Ё' },
    ])
  })

  it.each([
    ['a < b && "c" > d', 'a < b && "c" > d'],
    ['two\nlines', 'two\nlines'],
    ['  kept  ', '  kept  '],
    ['=SUM(A1:A9)', '=SUM(A1:A9)'],
    ['bell\u0007, half \ud83d and \ufffe', 'bell, half  and '],
    ['_x0041_', '_x005F_x0041_'],
    ['𝒜', '𝒜'],
    ['я'.repeat(40_000), 'я'.repeat(32_767)],
  ])('writes %j', async (typed, written) => {
    const { cells } = await open(table([[typed, null, null]]))
    expect(cells[1]).toEqual({ A2: written })
  })

  it.each([
    ['Журнал: приказы/2026', 'Журнал  приказы 2026'],
    ["'?*", '1'],
    ['Сводный отчет по всем организациям района', 'Сводный отчет по всем организац'],
  ])('names its sheet within what Excel takes: %s', async (name, written) => {
    const { all } = await open(table([], name))
    expect(all('xl/workbook.xml', 'sheet')[0]?.getAttribute('name')).toBe(written)
  })

  it('goes on after Z', async () => {
    const columns = Array.from({ length: 30 }, (_, at) => ({ title: String(at) }))
    const { cells } = await open({ sheet: '1', columns, rows: each([]) })
    expect(Object.keys(cells[0] ?? {}).slice(25)).toEqual(['Z1', 'AA1', 'AB1', 'AC1', 'AD1'])
  })
})

describe('what is streamed', () => {
  /** Counts how many rows were asked for. */
  function counted(total: number) {
    const asked = { count: 0, closed: false }
    async function* rows() {
      try {
        for (; asked.count < total; asked.count++) yield [asked.count, `Строка ${asked.count}`, null]
      } finally {
        asked.closed = true
      }
    }
    return { asked, rows: rows() }
  }

  it.each([['xlsx', xlsx] as const, ['csv', csv] as const])(
    '%s reads rows as they are taken away, and no further once the reader leaves',
    async (_, write) => {
      const { asked, rows } = counted(1_000_000)
      const reader = write({ ...table([]), rows }).getReader()
      for (let chunk = 0; chunk < 20; chunk++) await reader.read()
      expect(asked.count).toBeLessThan(100_000)
      await reader.cancel()
      expect(asked.closed).toBe(true)
    },
  )

  it('breaks off where its rows fail: half a list does not look whole', async () => {
    async function* failing(): AsyncGenerator<Cell[]> {
      yield [1, 'a', 'b']
      throw new Error('the database is away')
    }
    for (const write of [xlsx, csv])
      await expect(bytesOf(write({ ...table([]), rows: failing() }))).rejects.toThrow('away')
  })
})

describe('a file for programs', () => {
  it('says its encoding and quotes what it must', async () => {
    const bytes = await bytesOf(
      csv(
        table([
          [7, 'Иванов; "Иван"', 'a\nb'],
          [null, 'Ұлжан\u0000', null],
        ]),
      ),
    )
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text.endsWith(';Ұлжан;\r\n')).toBe(true)
    expect(parse(text, { bom: true, delimiter: ';' })).toEqual([
      ['№', 'Баланың аты-жөні', 'Күні'],
      ['7', 'Иванов; "Иван"', 'a\nb'],
      ['', 'Ұлжан', ''],
    ])
  })

  it.each(['=1+1', '+77011234567', '-1', '@SUM(A1)', '\t=1'])(
    'keeps %j from being a formula',
    async (typed) => {
      const text = new TextDecoder().decode(await bytesOf(csv(table([[typed, null, null]]))))
      expect(parse(text, { bom: true, delimiter: ';' })[1]).toEqual([`'${typed}`, '', ''])
    },
  )
})
