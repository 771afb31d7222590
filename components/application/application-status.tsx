import type { IconName } from '@/components/ui/icon'
import { StatusTag } from '@/components/ui/status-tag'
import type { Tone } from '@/components/ui/tone'
import { STATUS_LABELS, type Status } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'

const LOOKS: Readonly<Record<Status, { tone: Tone; icon: IconName }>> = {
  draft: { tone: 'neutral', icon: 'pen' },
  sent: { tone: 'info', icon: 'clock' },
  intake_refused: { tone: 'bad', icon: 'cross' },
  correction: { tone: 'warn', icon: 'pen' },
  registered: { tone: 'info', icon: 'clock' },
  waiting: { tone: 'info', icon: 'clock' },
  on_signing: { tone: 'info', icon: 'pen' },
  approved: { tone: 'ok', icon: 'check' },
  refused: { tone: 'bad', icon: 'cross' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  revoked: { tone: 'bad', icon: 'cross' },
}

/** The same word, icon and colour in the cabinet and in the queue. */
export function ApplicationStatus({ locale, status }: { locale: Locale; status: Status }) {
  return <StatusTag {...LOOKS[status]}>{STATUS_LABELS[status][locale]}</StatusTag>
}
