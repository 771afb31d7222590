import type { ReactNode } from 'react'

export type Column<K extends string> = {
  key: K
  header: string
  numeric?: boolean
  /** Holds a box or a button that says itself what it is: the header is for those who hear it. */
  isControl?: boolean
}
export type Row<K extends string> = { id: string; cells: Readonly<Record<K, ReactNode>> }

/** On phones a number stands beside its word, anything longer below it. */
function displayOf({ numeric }: { numeric?: boolean }, cell: ReactNode): string {
  if (cell === null) return 'hidden'
  return numeric ? 'flex items-baseline justify-between gap-4' : 'block'
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
}: {
  caption: string
  columns: Column<K>[]
  rows: Row<K>[]
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
              className={`border-b-2 border-line px-3 py-2 align-bottom text-sm wrap-normal first:pl-0 ${column.numeric ? 'text-right' : ''}`}
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
            className="mb-4 block rounded border border-line-soft p-4 md:table-row md:border-x-0 md:border-t-0 md:hover:bg-mist"
          >
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={`${displayOf(column, row.cells[column.key])} py-1 first:font-bold md:table-cell md:border-b md:border-line-soft md:px-3 md:py-3 md:align-top md:first:pl-0 ${column.numeric ? 'tabular-nums md:text-right' : ''}`}
              >
                {!column.isControl && (
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
