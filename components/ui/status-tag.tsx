import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { TONE_TEXT, type Tone } from './tone'

export function StatusTag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon: IconName
  children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-start gap-1.5 rounded border px-2 py-0.5 text-sm font-bold ${TONE_TEXT[tone]}`}
    >
      <Icon name={icon} className="mt-[0.15em]" />
      <span>{children}</span>
    </span>
  )
}
