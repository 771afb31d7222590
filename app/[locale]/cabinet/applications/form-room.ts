import type { FormRoom } from '@/components/application/form/form-room'
import { editStep, submitDraft } from '@/lib/applications/parent/actions'
import { editPath, type From } from '@/lib/applications/schema'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { localePath } from '@/lib/i18n/locale'
import { removing } from './removing'

/** The applicant's own room of a form. */
export function cabinetRoom(locale: Locale, number: string, from: From): FormRoom {
  const { form: t, list } = cabinetMessages[locale]
  return {
    save: editStep,
    submit: submitDraft,
    submitLabel: t.submit,
    remove: removing(locale, from),
    stepHref: (step) => localePath(locale, editPath(number, step, { from })),
    trail: [{ href: localePath(locale, '/cabinet/applications'), label: list.title }],
    profile: {
      href: localePath(locale, '/cabinet/profile'),
      label: t.toProfile,
      lead: t.fromProfile,
      kept: t.toBeKept,
    },
  }
}
