import type { ReactNode } from 'react'

export type Column<K extends string> = {
  key: K
  header: string
  numeric?: boolean
  /** Holds a box or a button that says itself what it is: the header is for those who hear it. */
  isControl?: boolean
  /** Says itself what it is: in a card its word is left out. */
  isPlain?: boolean
}
export type Row<K extends string> = { id: string; cells: Readonly<Record<K, ReactNode>> }

/** On phones a number stands beside its word, anything longer below it. */
function displayOf({ numeric }: { numeric?: boolean }, cell: ReactNode): string {
  if (cell === null) return 'hidden'
  return numeric ? 'flex items-baseline justify-between gap-4' : 'block'
}

/** In a compact card a box stands beside what follows it, all else below one another. */
function widthOf(isCompact: boolean, column: { isControl?: boolean }, isAfterControl: boolean): string {
  if (!isCompact) return ''
  return column.isControl ? 'shrink-0' : isAfterControl ? 'min-w-0 flex-1' : 'w-full'
}

/**
 * A table on wide screens, a card a row on phones. `display: block` takes the table's meaning away
 * from screen readers, therefore the roles are written out. The first column names the row. A cell of `null`
 * has no line in its card.
 */
export function DataTable<K extends string>({
  caption,
  columns,
  rows,
  isCompact = false,
}: {
  caption: string
  columns: Column<K>[]
  rows: Row<K>[]
  /** For a list that is worked through all day: as many rows a screen as can be read. */
  isCompact?: boolean
}) {
  return (
    <table role="table" className="block w-full text-left md:table md:border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group" role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={`border-b-2 border-line ${isCompact ? 'px-2 py-1' : 'px-3 py-2'} align-bottom text-sm wrap-normal first:pl-0 ${column.numeric ? 'text-right' : ''}`}
            >
              {column.isControl ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            className={`rounded border border-line-soft ${isCompact ? 'mb-3 flex flex-wrap items-center gap-x-3 px-3 py-2' : 'mb-4 block p-4'} md:table-row md:border-x-0 md:border-t-0 md:hover:bg-mist`}
          >
            {columns.map((column, n) => (
              <td
                key={column.key}
                role="cell"
                className={`${displayOf(column, row.cells[column.key])} ${widthOf(isCompact, column, columns[n - 1]?.isControl === true)} first:font-bold md:table-cell md:border-b md:border-line-soft ${isCompact ? 'md:px-2 md:py-0.5 md:align-baseline md:last:pr-0' : 'py-1 md:px-3 md:py-3 md:align-top'} md:first:pl-0 ${column.numeric ? 'tabular-nums md:text-right' : ''}`}
              >
                {!column.isControl && !column.isPlain && (
                  <span aria-hidden="true" className="block text-sm font-normal text-muted md:hidden">
                    {column.header}
                  </span>
                )}
                {row.cells[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
