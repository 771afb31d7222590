'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/lib/auth/form-action'
import { checkFields, readFields } from '@/lib/domain/check-field'
import { addDays, dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { teamMessages } from '@/lib/i18n/team'
import { appoint, endActingTerm } from '@/lib/organisations/appointments'
import { asActor } from '@/lib/platform/db'
import { appointsAt, readTeam } from './team'
import { appointmentFields } from './team-form'

/** An acting head replaces for a time; whoever is to stay is made head by an administrator. */
const LONGEST_DAYS = 366

export const appointActingHead = formAction({
  access: 'person',
  run: async ({ actor, values: posted, locale, now }) => {
    const t = teamMessages[locale].form
    const { organisation = '' } = posted
    const team = await asActor(actor, (tx) => readTeam(tx, actor, organisation, now))
    if (!team.mayAppoint) throw new DomainError('forbidden')
    const fields = appointmentFields(team.candidates)
    const today = dateInAlmaty(now)
    const { values, faults } = checkFields(
      fields,
      readFields(fields, (name) => posted[name] ?? ''),
      today,
    )
    const { person = '', from = '', to = '', order = '', orderDate = '' } = values
    const errors = fieldErrors(locale, faults, fields)
    const isSound = (key: string) => !faults.some(({ field }) => field === key)
    if (isSound('from') && from < today) errors.push({ field: 'from', message: t.fromPast })
    else if (isSound('from') && isSound('to') && to > addDays(from, LONGEST_DAYS))
      errors.push({ field: 'to', message: t.tooLong })
    if (errors.length > 0) return { status: 'invalid', errors }
    const basis = `№ ${order.replace(/^№\s*/u, '')}, ${formatDate(orderDate, 'ru', 'short')}`
    try {
      await asActor(actor, (tx) =>
        appoint(tx, actor, { organisationId: team.organisation.id, accountId: person, basis, from, to }),
      )
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'duplicate')) throw error
      return { status: 'invalid', errors: [{ field: 'from', message: t.crossing }] }
    }
    return redirect(localePath(locale, pathOf(organisation, 'appointed')))
  },
})

export const endActingHead = formAction({
  access: 'person',
  run: async ({ actor, values: { organisation = '', term = '' }, locale, now }) => {
    if (!appointsAt(actor).includes(organisation) || !z.uuid().safeParse(term).success)
      throw new DomainError('absent')
    const outcome = await asActor(actor, (tx) =>
      endActingTerm(tx, actor, { organisationId: organisation, id: term }, now),
    )
    return redirect(localePath(locale, pathOf(organisation, outcome)))
  },
})

function pathOf(organisation: string, done: string): string {
  return `/work/team?${new URLSearchParams({ organisation, done })}`
}
