'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { adminImportMessages } from '@/lib/i18n/admin-import'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { localePath } from '@/lib/i18n/locale'
import { readFile } from '@/lib/organisations/import-file'
import { asActor } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { recountSoon } from '../recounting'
import { checkedFile } from './import-report'
import { closeOrReopen, importRows, type Saved, saveOrganisation as save } from './save'

export const saveOrganisation = formAction({
  access: 'person',
  run: async ({ actor, values, locale }) => {
    const bin = values.standing || null
    const saved = await asActor(actor, (tx) => save(tx, actor, bin, values))
    if (!saved.ok) return { status: 'invalid', errors: saved.faults.map((fault) => told(fault, locale)) }
    if (saved.changesHours) recountSoon(actor.userId, 'hours')
    const done = saved.isNew ? 'added' : saved.changesHours ? 'recounted' : 'saved'
    redirect(localePath(locale, `/admin/organisations/${saved.bin}?done=${done}`))
  },
})

export const closeOrganisation = formAction({
  access: 'person',
  run: async ({ actor, values, intent, locale, now, confirmed }) => {
    const { bin = '' } = values
    const isClosed = intent !== 'reopen'
    const open = await asActor(actor, (tx) => closeOrReopen(tx, actor, bin, { isClosed, confirmed }, now))
    if (open > 0) return { status: 'warned', message: adminOrganisationMessages[locale].closing.open(open) }
    redirect(localePath(locale, `/admin/organisations/${bin}?done=${isClosed ? 'closed' : 'reopened'}`))
  },
})

/** The second press: exactly the file that was checked, all of it or nothing. */
export const importChecked = formAction({
  access: 'person',
  run: async ({ actor, values, locale }) => {
    requireAdmin(actor)
    const { sha256 = '' } = values
    const t = adminImportMessages[locale]
    const bytes = await checkedFile(sha256)
    const file = bytes && readFile(bytes)
    if (!file?.ok) return { status: 'refused', message: t.faults.gone }
    const plan = await asActor(actor, (tx) => importRows(tx, actor, { rows: file.rows, sha256 }))
    if (plan.faults.length > 0) return { status: 'refused', message: t.again }
    if (plan.changed.length > 0) recountSoon(actor.userId, 'hours')
    // Not here: what is loaded is no longer to be loaded, so that the form which would say it has gone.
    const counts = `added=${plan.added.length}&changed=${plan.changed.length}`
    redirect(localePath(locale, `/admin/organisations/import?done=loaded&${counts}`))
  },
})

function told(
  { column, fault }: Extract<Saved, { ok: false }>['faults'][number],
  locale: Locale,
): FieldError {
  const t = adminOrganisationMessages[locale]
  return { field: column, message: fault === 'taken' ? t.taken : t.faults[fault] }
}
