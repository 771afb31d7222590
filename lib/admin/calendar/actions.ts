'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { adminCalendarMessages } from '@/lib/i18n/admin-calendar'
import { localePath } from '@/lib/i18n/locale'
import { getCalendar } from '@/lib/organisations/calendar'
import { asActor } from '@/lib/platform/db'
import { readForm } from '../form'
import { requireAdmin } from '../policy'
import { recountSoon } from '../recounting'
import { getDay } from './data'
import { DAY_KINDS, judgeDay } from './months'
import * as calendar from './mutations'
import { dayFields, HORIZON_FIELDS } from './schema'

export const saveDay = formAction({
  access: 'person',
  run: async ({ actor, values: posted, intent, locale, now }) => {
    requireAdmin(actor)
    const { day: wanted = '' } = posted
    const standing = await asActor(actor, (tx) => getDay(tx, wanted))
    const back = (date: string, done: string) => {
      recountSoon(actor.userId, 'calendar')
      redirect(localePath(locale, `/admin/calendar?year=${date.slice(0, 4)}&done=${done}`))
    }
    if (standing && intent === 'remove') {
      await asActor(actor, (tx) => calendar.removeDay(tx, actor, standing.date))
      return back(standing.date, 'removed')
    }
    const fields = dayFields(standing === null)
    const { values, errors } = readForm(fields, posted, { locale, today: dateInAlmaty(now) })
    const kind = DAY_KINDS.find((known) => known === values.kind)
    if (errors.length > 0 || !kind) return { status: 'invalid', errors }
    const date = standing?.date ?? values.date ?? ''
    const t = adminCalendarMessages[locale].day.faults
    const fault = judgeDay(date, kind, await asActor(actor, getCalendar))
    const field = fault === 'beyond' && !standing ? 'date' : 'kind'
    if (fault) return { status: 'invalid', errors: [{ field, message: t[fault] }] }
    const name = { kk: values['name-kk'] ?? '', ru: values['name-ru'] ?? '' }
    try {
      await asActor(actor, (tx) => calendar.saveDay(tx, actor, { date, kind, name }, standing === null))
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'duplicate') throw error
      return { status: 'invalid', errors: [{ field: 'date', message: t.taken }] }
    }
    return back(date, 'saved')
  },
})

export const moveHorizon = formAction({
  access: 'person',
  run: async ({ actor, values: posted, locale, now, confirmed }) => {
    requireAdmin(actor)
    const { values, errors } = readForm(HORIZON_FIELDS, posted, { locale, today: dateInAlmaty(now) })
    const { to = '' } = values
    const t = adminCalendarMessages[locale].horizon
    if (errors.length === 0 && to > '2100-12-31') errors.push({ field: 'to', message: t.far })
    if (errors.length > 0) return { status: 'invalid', errors }
    const moved = await asActor(actor, (tx) => calendar.moveHorizon(tx, actor, to, { confirmed }, now))
    if (!moved.ok && moved.fault === 'blank')
      return { status: 'warned', message: t.blank(moved.years.join(', ')) }
    if (!moved.ok) {
      const message = t.inUse(formatDate(moved.day, locale, 'short'))
      return { status: 'invalid', errors: [{ field: 'to', message }] }
    }
    recountSoon(actor.userId, 'calendar')
    redirect(localePath(locale, `/admin/calendar?year=${to.slice(0, 4)}&done=horizon`))
  },
})
