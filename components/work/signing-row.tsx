import type { ReactNode } from 'react'
import { StatusTag } from '@/components/ui/status-tag'
import type { RowState } from './signing-course'

const LOOK = {
  rest: null,
  signing: { tone: 'info', icon: 'clock' },
  preparing: { tone: 'info', icon: 'clock' },
  ready: { tone: 'info', icon: 'file' },
  issuing: { tone: 'info', icon: 'clock' },
  done: { tone: 'ok', icon: 'check' },
  again: { tone: 'warn', icon: 'warn' },
  failed: { tone: 'bad', icon: 'cross' },
  gone: { tone: 'bad', icon: 'cross' },
} as const satisfies Record<RowState['at'], unknown>

/** One document of a list that is signed: its box, what it is, and what became of it. */
export function SigningRow({
  label,
  state,
  words,
  isOnly,
  isTicked,
  isBusy,
  onTick,
  children,
}: {
  label: string
  state: RowState
  words: Readonly<Record<RowState['at'], string>>
  /** Alone it needs no box. */
  isOnly: boolean
  isTicked: boolean
  isBusy: boolean
  onTick: (isTicked: boolean) => void
  children: ReactNode
}) {
  const look = LOOK[state.at]
  const isOver = state.at === 'done' || state.at === 'gone'
  return (
    <li className="flex gap-3 rounded border border-line-soft p-3 md:px-4">
      {!isOnly && (
        <input
          type="checkbox"
          aria-label={label}
          checked={isTicked && state.at !== 'gone'}
          disabled={isBusy || isOver}
          onChange={(event) => onTick(event.target.checked)}
          className="mt-0.5 hidden size-6 shrink-0 cursor-pointer accent-brand disabled:cursor-default scripted:block"
        />
      )}
      <div className="min-w-0 flex-1">
        {children}
        {look && (
          <p className="mt-3">
            <StatusTag tone={look.tone} icon={look.icon}>
              {words[state.at]}
            </StatusTag>
            {state.at === 'done' && <span className="ml-2">№ {state.given}</span>}
            {'message' in state && <span className="mt-1 block">{state.message}</span>}
          </p>
        )}
      </div>
    </li>
  )
}
