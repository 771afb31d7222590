'use client'

import { type KeyboardEvent as KeyPress, type MouseEvent, useEffect, useState } from 'react'

const BOX = 'input[type="checkbox"]'
const LINK = 'a[data-opens]'

/**
 * With a script ↑ and ↓ go from row to row, space ticks the row, Enter opens it; and it is said how many are ticked.
 * Without one the links and boxes do the same, and «all» is an address.
 */
export function QueueKeys({
  table,
  after,
  all,
  isAll,
  returned,
  texts,
}: {
  /** Id of what holds the rows, and of the form below them: whoever goes down from the last row comes there. */
  table: string
  after: string
  all: string
  isAll: boolean
  /** The row that was just pressed: its button went with the answer, so the focus goes to its link. */
  returned: number | null
  texts: { all: string; none: string; ticked: string }
}) {
  const [count, setCount] = useState<number | null>(null)
  const [total, setTotal] = useState(0)

  useEffect(() => {
    const rows = document.getElementById(table)
    if (!rows) return
    const recount = () => {
      const boxes = boxesOf(rows)
      setTotal(boxes.length)
      setCount(boxes.filter((box) => box.checked).length)
    }
    const press = (event: KeyboardEvent) => onKey(event, rows, after)
    recount()
    rows.addEventListener('change', recount)
    rows.addEventListener('keydown', press)
    return () => {
      rows.removeEventListener('change', recount)
      rows.removeEventListener('keydown', press)
    }
  }, [table, after])

  useEffect(() => {
    if (returned === null || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`a[data-opens="${returned}"]`)?.focus()
  }, [returned])

  const isFull = count === null ? isAll : count === total && total > 0

  function toggle(event: MouseEvent): void {
    const rows = document.getElementById(table)
    if (!rows || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    for (const box of boxesOf(rows)) box.checked = !isFull
    setCount(isFull ? 0 : total)
  }

  function enter(event: KeyPress): void {
    const rows = document.getElementById(table)
    if (event.key !== 'ArrowDown' || !rows) return
    event.preventDefault()
    rows.querySelector<HTMLElement>(`${BOX}, ${LINK}`)?.focus()
  }

  return (
    <p className="flex flex-wrap items-center gap-x-6">
      <a
        href={all}
        onClick={toggle}
        onKeyDown={enter}
        data-before=""
        className="inline-flex min-h-target items-center md:min-h-9"
      >
        {isFull ? texts.none : texts.all}
      </a>
      <span role="status" className="font-bold tabular-nums">
        {count ? `${texts.ticked}: ${count}` : ''}
      </span>
    </p>
  )
}

function boxesOf(rows: HTMLElement): HTMLInputElement[] {
  return [...rows.querySelectorAll<HTMLInputElement>(BOX)]
}

function onKey(event: KeyboardEvent, rows: HTMLElement, after: string): void {
  const { target, key } = event
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  if (!(target instanceof HTMLElement) || !target.matches(`${BOX}, ${LINK}`)) return
  const row = target.closest('tr')
  const box = row?.querySelector<HTMLInputElement>(BOX)
  const link = row?.querySelector<HTMLAnchorElement>(LINK)
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault()
    neighbour(rows, row, key === 'ArrowDown' ? 1 : -1, target === box ? BOX : LINK, after)?.focus()
  } else if (key === ' ' && target === link && box) {
    event.preventDefault()
    box.click()
  } else if (key === 'Enter' && target === box && link) {
    event.preventDefault()
    link.click()
  }
}

/** The same thing in the row beside; above the first one is what ticks all, below the last one what is done with them. */
function neighbour(
  rows: HTMLElement,
  row: HTMLTableRowElement | null,
  step: 1 | -1,
  wanted: string,
  after: string,
): HTMLElement | null {
  const all = [...rows.querySelectorAll('tbody tr')]
  const at = row ? all.indexOf(row) + step : -1
  const next = all[at]
  if (next) return next.querySelector<HTMLElement>(wanted) ?? next.querySelector<HTMLElement>(LINK)
  return document.querySelector<HTMLElement>(step === 1 ? `#${after} button` : '[data-before]')
}
