'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { FieldError } from '@/lib/domain/form-state'
import { fillTemplate } from '@/lib/domain/template'
import { LOCALES, type Locale } from '@/lib/domain/text'
import { adminTextMessages } from '@/lib/i18n/admin-texts'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { getText, kindOf } from './data'
import * as texts from './mutations'
import { checkText, type TextFault } from './sample'

/** `preview` shows what would become of the text with the data of an invented application; nothing is saved. */
export const saveText = formAction({
  access: 'person',
  run: async ({ actor, values, intent, locale, now }) => {
    requireAdmin(actor)
    const { id = '' } = values
    const standing = id ? await asActor(actor, (tx) => getText(tx, id)) : null
    const kind = standing?.kind ?? kindOf(values.kind ?? '')
    const checked = checkText(kind, values)
    if (!checked.ok) return { status: 'invalid', errors: checked.faults.map((fault) => told(fault, locale)) }
    const { input } = checked
    if (intent === 'preview') {
      const shown = LOCALES.flatMap((language) => {
        const { form } = adminTextMessages[language]
        const filled = fillTemplate(input.body[language], {
          number: '44007',
          service: form.example,
          date: formatDate(dateInAlmaty(now), language, 'long'),
        })
        return [`${adminTextMessages[locale].form.language[language]}:`, ...filled.split('\n')]
      })
      return { status: 'idle', message: shown.filter(Boolean).join('\n') }
    }
    await asActor(actor, async (tx) => {
      if (standing) await texts.changeText(tx, actor, id, input)
      else await texts.addText(tx, actor, kind, input)
    })
    redirect(localePath(locale, `/admin/texts?kind=${kind}&done=saved`))
  },
})

/** A button in the row of one text: `up:ID`. */
export const moveText = formAction({
  access: 'person',
  run: async ({ actor, values, locale }) => {
    const [by, id = ''] = values.move?.split(':') ?? []
    const kind = await asActor(actor, (tx) => texts.moveText(tx, actor, id, by === 'up' ? 'up' : 'down'))
    redirect(localePath(locale, `/admin/texts?kind=${kind}&done=moved`))
  },
})

function told(fault: TextFault, locale: Locale): FieldError {
  const t = adminTextMessages[locale].form.faults
  const { field } = fault
  switch (fault.fault) {
    case 'required':
      return { field, message: t.required[field.endsWith('kk') ? 'kk' : 'ru'] }
    case 'tooLong':
      return { field, message: t.tooLong(fault.most) }
    default:
      return { field, message: t[fault.fault](fault.name) }
  }
}
