import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldHint, fieldBox } from '@/components/ui/field-frame'
import type { FormField, FormRows } from '@/lib/domain/form-state'

type Item = FormRows['items'][number]

/**
 * A repeatable block. Its rows are added, removed and moved by buttons that submit the form: what was typed is
 * saved, and the server draws the block anew.
 */
export function RowsControl({
  name,
  rows,
  idOf,
  hint,
  error,
  focus,
  draw,
}: {
  name: string
  rows: FormRows
  idOf: (name: string) => string
  hint?: ReactNode
  error?: string
  /** What the last press was about: a row, or the block when none is left. */
  focus?: string
  draw: (cell: FormField) => ReactNode
}) {
  const { items, add } = rows
  const isFocused = focus === name
  const block = useFocus<HTMLDivElement>(isFocused)
  return (
    <div ref={block} id={idOf(name)} tabIndex={-1} autoFocus={isFocused} className={fieldBox(error)}>
      <input type="hidden" name={name} value={items.map((item) => item.id).join(' ')} />
      <FieldHint id={idOf(name)} hint={hint} error={error} />
      {items.map((item, at) => (
        <Row
          key={item.id}
          id={idOf(`${name}.${item.id}`)}
          item={item}
          isFocused={focus === `${name}.${item.id}`}
        >
          {item.fields.map(draw)}
          <div className="flex flex-wrap gap-x-6">
            {rows.remove && <Press to={`rows-remove:${name}.${item.id}`} label={rows.remove} of={item} />}
            {at > 0 && <Press to={`rows-up:${name}.${item.id}`} label={rows.up} of={item} />}
            {at < items.length - 1 && (
              <Press to={`rows-down:${name}.${item.id}`} label={rows.down} of={item} />
            )}
          </div>
        </Row>
      ))}
      {add && (
        <Button variant="secondary" name="_intent" value={`rows-add:${name}`} formNoValidate>
          {add}
        </Button>
      )}
    </div>
  )
}

function Row({
  id,
  item,
  isFocused,
  children,
}: {
  id: string
  item: Item
  isFocused: boolean
  children: ReactNode
}) {
  const row = useFocus<HTMLFieldSetElement>(isFocused)
  return (
    <fieldset
      ref={row}
      id={id}
      tabIndex={-1}
      autoFocus={isFocused}
      className="mb-6 min-w-0 rounded border border-line-soft px-4 pt-2 pb-1"
    >
      <legend className="px-1 text-lg font-bold">{item.title}</legend>
      {children}
    </fieldset>
  )
}

/** Without a script the browser does it by `autofocus`. */
function useFocus<T extends HTMLElement>(isFocused: boolean): RefObject<T | null> {
  const element = useRef<T>(null)
  useEffect(() => {
    if (isFocused) element.current?.focus()
  }, [isFocused])
  return element
}

function Press({ to, label, of }: { to: string; label: string; of: Item }) {
  return (
    <Button variant="quiet" name="_intent" value={to} formNoValidate>
      {label}
      <span className="sr-only">: {of.title}</span>
    </Button>
  )
}
