import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntryAcceptance } from '@/components/work/entry-acceptance'
import { WorkRoom } from '@/components/work/work-room'
import { acceptPaperEntry, deletePaperEntry } from '@/lib/applications/paper/actions'
import { loadEntry } from '@/lib/applications/paper/loaders'
import { reviewPath } from '@/lib/applications/provider/steps'
import { DESK } from '@/lib/applications/schema'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { deskRoom } from '../desk-room'

type Props = {
  params: Promise<{ locale: string; number: string }>
  searchParams: Promise<{ document?: string | string[]; fault?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: paperEntryMessages[await loadLocale(params)].title }
}

export default async function EntryPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const { document, fault } = await searchParams
  const path = DESK.application(number)
  const permalink = localePath(locale, path)
  const page = await loadEntry(locale, number)
  const entry = page.status === 'ready' ? page.data.data : null
  if (entry && 'at' in entry) {
    const isSent = entry.at === 'queue'
    redirect(localePath(locale, isSent ? reviewPath(Number(number)) : DESK.application(number, '/edit')))
  }
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="queue"
      page={page}
      forms={[acceptPaperEntry, deletePaperEntry].map((action) => ({ action, permalink }))}
    >
      {(found) =>
        'at' in found ? null : (
          <EntryAcceptance
            locale={locale}
            entry={found}
            permalink={permalink}
            news={{ document, fault }}
            trail={deskRoom(locale, number, null).trail}
            editHref={(step) => localePath(locale, DESK.edit(number, step, { from: 'review' }))}
          />
        )
      }
    </WorkRoom>
  )
}
