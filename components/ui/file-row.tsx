import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A file to open or download; `action` is for what else may be done with it («Удалить»). */
export function FileRow({
  name,
  href,
  format,
  size,
  note,
  action,
}: {
  name: string
  href?: string
  format: string
  size?: string
  note?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 border-b border-line-soft py-3">
      <Icon name="file" className="mt-1 text-brand" />
      <div className="min-w-0 flex-1 basis-36 [overflow-wrap:anywhere]">
        {href ? (
          <a href={href} className="font-bold">
            {name}
          </a>
        ) : (
          <span className="font-bold">{name}</span>
        )}
        <p className="text-sm text-muted">{size ? `${format}, ${size}` : format}</p>
        {note && <div className="text-sm">{note}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  )
}
