import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type TimelineItem = {
  key: string
  title: ReactNode
  /** When and by whom. */
  meta?: ReactNode
  body?: ReactNode
  icon?: IconName
  state?: 'done' | 'now' | 'next'
}

const DOT: Readonly<Record<'done' | 'now' | 'next', string>> = {
  done: 'border-brand bg-brand text-on-brand',
  now: 'border-brand bg-gold text-ink forced-colors:border-4',
  next: 'border-line bg-paper text-muted',
}

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol>
      {items.map((item) => {
        const state = item.state ?? 'done'
        return (
          <li
            key={item.key}
            className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-0 not-last:before:absolute not-last:before:top-8 not-last:before:bottom-0 not-last:before:left-[calc(1rem-1px)] not-last:before:border-l-2 not-last:before:border-line-soft"
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={`flex size-8 items-center justify-center rounded-full border-2 ${DOT[state]}`}>
              <Icon name={item.icon ?? (state === 'done' ? 'check' : 'clock')} />
            </span>
            <div className="min-w-0 pt-0.5">
              <p className={state === 'next' ? 'text-muted' : 'font-bold'}>{item.title}</p>
              {item.meta && <p className="text-sm text-muted tabular-nums">{item.meta}</p>}
              {item.body && <div className="prose mt-1">{item.body}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
