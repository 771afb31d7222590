'use server'

import { redirect } from 'next/navigation'
import { audit } from '@/lib/audit/mutations'
import { formAction } from '@/lib/auth/form-action'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { journalMessages } from '@/lib/i18n/journal'
import { localePath } from '@/lib/i18n/locale'
import { setUpJournal } from '@/lib/orders/journal'
import { parseNumbering } from '@/lib/orders/schema'
import { asActor } from '@/lib/platform/db'
import { readJournalSettings } from './journal-settings'

/** Where the book of a year begins and how its numbers are written. */
export const setNumbering = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const t = journalMessages[locale].faults
    const { organisation = '', kind = '', year = '', first = '', prefix = '', suffix = '' } = values
    const { wanted, faults } = parseNumbering({ first, prefix, suffix })
    if (faults.length > 0)
      return {
        status: 'invalid',
        errors: faults.map(({ field, fault }) => ({ field, message: t[fault] })),
      }
    const seen = {
      first: Number(values['seen.first']),
      prefix: values['seen.prefix'] ?? '',
      suffix: values['seen.suffix'] ?? '',
    }
    const thisYear = Number(dateInAlmaty(now).slice(0, 4))
    try {
      await asActor(actor, async (tx) => {
        const choice = { organisation, kind, year: Number(year) }
        const settings = await readJournalSettings(tx, actor, choice, thisYear)
        if (settings.kind !== kind || String(settings.year) !== year) throw new DomainError('conflict')
        const key = { organisationId: organisation, kind, year: settings.year }
        await setUpJournal(tx, key, seen, wanted)
        await audit(tx, {
          actorId: actor.userId,
          action: 'journal.number',
          subject: `organisation:${organisation}`,
          detail: { kind, year: settings.year, ...wanted },
        })
      })
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'conflict')) throw error
      return { status: 'refused', message: t.changed }
    }
    const query = new URLSearchParams({ organisation, kind, year, done: 'saved' })
    return redirect(localePath(locale, `/work/journal/settings?${query}`))
  },
})
