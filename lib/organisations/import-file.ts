import 'server-only'
import { CsvError, parse } from 'csv-parse/sync'
import { COLUMNS, type Column } from '@/lib/domain/organisation-input'

export const MOST_ROWS = 10_000
/** Ten thousand rows of long names in two languages fit twice. */
export const MOST_BYTES = 20 * 1024 * 1024

/** Why a file cannot be read at all; `columns` are those that it lacks or nobody knows. */
export type FileFault =
  | { fault: 'empty' | 'tooLarge' | 'encoding' | 'tooManyRows' | 'gone' }
  | { fault: 'missing' | 'unknown' | 'twice'; columns: readonly string[] }
  /** A quotation mark that is not closed or stands amid a cell: where the next row begins nobody knows. */
  | { fault: 'quote'; line: number }

/** `line` is where the row begins in the file, as an editor counts; `raw` is null where cells are missing or too many. */
export type FileRow = { line: number; raw: Record<Column, string> | null }

/**
 * The rows of a CSV file by their columns, whatever the order. Excel of our countries writes semicolons, others
 * commas; a table saved in the code page of Windows would turn every Kazakh letter into a question mark and is refused.
 */
export function readFile(bytes: Uint8Array): { ok: true; rows: FileRow[] } | ({ ok: false } & FileFault) {
  if (bytes.length > MOST_BYTES) return { ok: false, fault: 'tooLarge' }
  const text = decode(bytes)
  if (text === null) return { ok: false, fault: 'encoding' }
  if (text.trim() === '') return { ok: false, fault: 'empty' }
  const [head = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => head.split(sign).length
  const delimiter = [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  try {
    const ends: number[] = []
    const records = parse(text, {
      delimiter,
      on_record: (record, { lines }) => {
        ends.push(lines)
        return record
      },
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 64 * 1024,
      to: MOST_ROWS + 2,
    })
    return table(records.map((cells, at) => ({ cells, end: ends[at] ?? 0 })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, fault: 'quote', line: typeof error.lines === 'number' ? error.lines : 1 }
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** `end` is the line on which the record ends: line breaks inside its cells belong to it. */
type Records = readonly { cells: readonly string[]; end: number }[]

function table([head, ...records]: Records): ReturnType<typeof readFile> {
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  const faults: readonly [Extract<FileFault, { columns: unknown }>['fault'], readonly string[]][] = [
    ['missing', COLUMNS.filter((column) => !names.includes(column))],
    ['unknown', names.filter((name) => !COLUMNS.some((column) => column === name))],
    ['twice', names.filter((name, at) => names.indexOf(name) !== at)],
  ]
  for (const [fault, columns] of faults) if (columns.length > 0) return { ok: false, fault, columns }
  if (records.length === 0) return { ok: false, fault: 'empty' }
  if (records.length > MOST_ROWS) return { ok: false, fault: 'tooManyRows' }
  const rows: FileRow[] = []
  for (const { cells, end } of records) {
    const line = end - cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
    const cellOf = (column: Column) => cells[names.indexOf(column)] ?? ''
    rows.push({ line, raw: cells.length === names.length ? rawOf(cellOf) : null })
  }
  return { ok: true, rows }
}

/** One record of all columns; the compiler knows that none is left out. */
function rawOf(cellOf: (column: Column) => string): Record<Column, string> {
  return {
    bin: cellOf('bin'),
    kind: cellOf('kind'),
    name_kk: cellOf('name_kk'),
    name_ru: cellOf('name_ru'),
    short_name_kk: cellOf('short_name_kk'),
    short_name_ru: cellOf('short_name_ru'),
    address_kk: cellOf('address_kk'),
    address_ru: cellOf('address_ru'),
    district: cellOf('district'),
    parent_bin: cellOf('parent_bin'),
    phone: cellOf('phone'),
    head_name: cellOf('head_name'),
    working_week: cellOf('working_week'),
    closes_at: cellOf('closes_at'),
    sign_at_school: cellOf('sign_at_school'),
    paper_orders: cellOf('paper_orders'),
  }
}

/** The same of a posted form. */
export const rawOfForm = (values: Readonly<Record<string, string>>) =>
  rawOf((column) => (values[column] ?? '').slice(0, 2000))
