import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { strToU8, Zip, ZipDeflate } from 'fflate'

/** Dates come as text, as people read them; a number stays one that can be summed. */
export type Cell = string | number | null

export type Table = {
  /** Of the sheet, as its tab says. */
  sheet: string
  columns: readonly { title: string; width?: number }[]
  rows: AsyncIterable<readonly Cell[]>
}

/** So much text is gathered before it is pressed and goes out: the whole is never held. */
const CHUNK = 64 * 1024
/** What a sheet of Excel can hold. */
const MOST_ROWS = 1_048_576
const MOST_SIGNS = 32_767

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV_TYPE = 'text/csv; charset=utf-8'

/** A workbook of one sheet that is written while its rows are read; a failure of theirs breaks the download off. */
export function xlsx(table: Table): ReadableStream<Uint8Array> {
  return streamOf(workbook(table))
}

/** For programs: a mark that says UTF-8, semicolons as Excel reads them here, and no text that would be a formula. */
export function csv(table: Table): ReadableStream<Uint8Array> {
  return streamOf(lines(table))
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* workbook(table: Table): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    out.push(chunk)
  })
  for (const [name, text] of Object.entries(frame(table))) {
    const part = open(zip, name)
    part.push(strToU8(`${HEAD}${text}`), true)
  }
  const sheet = open(zip, 'xl/worksheets/sheet1.xml')
  for await (const text of sheetXml(table)) {
    sheet.push(strToU8(text))
    yield* out.splice(0)
  }
  sheet.push(new Uint8Array(0), true)
  zip.end()
  yield* out.splice(0)
}

function open(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name)
  zip.add(part)
  return part
}

async function* sheetXml({ columns, rows }: Table): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width = 16 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const titles = columns.map(({ title }) => title)
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${FROZEN}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${rowXml(titles, 1, ' s="1"')}`
  let count = 1
  for await (const row of rows) {
    count += 1
    if (count > MOST_ROWS) throw new RangeError('more rows than a sheet can hold')
    text += rowXml(row, count, '')
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

function rowXml(cells: readonly Cell[], row: number, style: string): string {
  const written = cells.map((cell, at) => {
    const place = `r="${columnName(at)}${row}"${style}`
    if (cell === null || cell === '') return ''
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

/** A, B, … Z, AA, AB, … */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold, and nobody can read
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const readable = (text: string) => text.replace(UNREADABLE, '').slice(0, MOST_SIGNS)

/** «_x0041_» would be read as «A»: its own underscore has to be written that way. */
function xmlText(text: string): string {
  return readable(text)
    .replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OPEN_XML = 'http://schemas.openxmlformats.org'
const MAIN = `${OPEN_XML}/spreadsheetml/2006/main`
const PACKAGE = `${OPEN_XML}/package/2006`
const DOCUMENT = `${OPEN_XML}/officeDocument/2006/relationships`
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The titles stay in sight while the rows are scrolled. */
const FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'

/** Everything but the rows: what the parts are, how they hang together, and the bold of the titles. */
function frame({ sheet }: Table): Record<string, string> {
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OFFICE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${xmlText(sheetName(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  }
}

/** Excel takes no more than 31 signs, and none of these. */
function sheetName(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
  return allowed.replace(/^['\s]+|['\s]+$/g, '') || '1'
}

async function* lines({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  let text = `\ufeff${line(columns.map(({ title }) => title))}`
  for await (const row of rows) {
    text += line(row)
    if (text.length < CHUNK) continue
    yield strToU8(text)
    text = ''
  }
  if (text) yield strToU8(text)
}

function line(cells: readonly Cell[]): string {
  const plain = cells.map((cell) => (typeof cell === 'string' ? readable(cell) : cell))
  return stringify([plain], { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true })
}
