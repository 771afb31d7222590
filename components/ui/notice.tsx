import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad'

const LOOK: Readonly<Record<NoticeTone, { box: string; head: string; icon: IconName }>> = {
  info: { box: 'border-brand bg-brand-soft', head: 'text-brand', icon: 'info' },
  ok: { box: 'border-ok bg-ok-soft', head: 'text-ok', icon: 'check' },
  warn: { box: 'border-warn bg-warn-soft', head: 'text-warn', icon: 'warn' },
  bad: { box: 'border-bad bg-bad-soft', head: 'text-bad', icon: 'cross' },
}

/** A message with its word («Обратите внимание») as title; `live` when it appears after an action. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone
  title: string
  live?: boolean
  children?: ReactNode
}) {
  const look = LOOK[tone]
  return (
    <div className={`rounded border-l-[6px] px-4 py-3 ${look.box}`} role={live ? 'status' : undefined}>
      <p className={`flex gap-2 font-bold ${look.head}`}>
        <Icon name={look.icon} className="mt-[0.2em]" />
        <span>{title}</span>
      </p>
      {children && <div className="prose mt-1">{children}</div>}
    </div>
  )
}
