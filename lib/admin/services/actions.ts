'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { takesNow, windowState } from '@/lib/domain/intake-window'
import { LOCALES, type Locale } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { readForm } from '../form'
import { requireAdmin } from '../policy'
import { getWindow, listWindows } from './data'
import * as services from './mutations'
import { SWITCH_FIELDS, windowFields } from './schema'
import { judgeWindow, type WindowFault } from './windows'

export const switchService = formAction({
  access: 'person',
  run: async ({ actor, values: posted, locale, now }) => {
    requireAdmin(actor)
    const { values, errors } = readForm(SWITCH_FIELDS, posted, { locale, today: dateInAlmaty(now) })
    const t = adminServiceMessages[locale].switch
    const isOff = values.state === 'off'
    const missing = LOCALES.filter((language) => !values[`text-${language}`])
    if (isOff || missing.length === 1)
      errors.push(...missing.map((language) => ({ field: `text-${language}`, message: t.missing[language] })))
    if (errors.length > 0) return { status: 'invalid', errors }
    const text = { kk: values['text-kk'] ?? '', ru: values['text-ru'] ?? '' }
    await asActor(actor, (tx) => services.switchService(tx, actor, posted.slug ?? '', { isOff, text }))
    return { status: 'done', message: isOff ? t.saved.off : t.saved.on }
  },
})

export const saveWindow = formAction({
  access: 'person',
  run: async ({ actor, values: posted, locale, now, intent, confirmed }) => {
    requireAdmin(actor)
    const { slug = '', period = '' } = posted
    const { service, window } = await asActor(actor, (tx) => getWindow(tx, slug, period))
    const t = adminServiceMessages[locale].window
    const isOpen = window !== null && takesNow(windowState([window], now))
    const back = (done: string) => redirect(localePath(locale, `/admin/services/${slug}?done=${done}`))
    if (window && intent === 'callOff') {
      if (isOpen && !confirmed) return { status: 'warned', message: t.openNow }
      await asActor(actor, (tx) => services.callOffWindow(tx, actor, slug, window))
      return back('calledOff')
    }
    const fields = windowFields({ isNew: window === null, hasAnswerBy: service.answerBy !== undefined })
    const { values, errors } = readForm(fields, posted, { locale, today: dateInAlmaty(now) })
    if (errors.length > 0) return { status: 'invalid', errors }
    const windows = await asActor(actor, (tx) => listWindows(tx, slug))
    const others = windows.filter(({ periodKey }) => periodKey !== window?.periodKey)
    const judged = judgeWindow(window?.periodKey ?? values.year ?? '', values, others)
    if (!judged.ok) return { status: 'invalid', errors: judged.faults.map((fault) => told(fault, locale)) }
    if (isOpen && !confirmed) return { status: 'warned', message: t.openNow }
    try {
      await asActor(actor, (tx) => services.saveWindow(tx, actor, slug, judged.window, window === null))
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'duplicate') throw error
      return { status: 'invalid', errors: [told({ field: 'year', fault: 'taken' }, locale)] }
    }
    return back('saved')
  },
})

function told(fault: WindowFault, locale: Locale): { field: string; message: string } {
  const t = adminServiceMessages[locale].window.faults
  const { field } = fault
  switch (fault.fault) {
    case 'overlap':
      return { field, message: t.overlap(fault.year) }
    case 'missing':
      return { field, message: t.missing[fault.field === 'closed-kk' ? 'kk' : 'ru'] }
    default:
      return { field, message: t[fault.fault] }
  }
}
