import type { Crumb } from '@/components/ui/breadcrumb'
import type { FormAction } from '@/lib/auth/form-action'

/** The room that a form stands in: the cabinet of whoever applies, or where staff enter it for somebody. */
export type FormRoom = {
  /** Saves a step. */
  save: FormAction
  /** Takes the documents as they are, and makes the statement. */
  submit: FormAction
  submitLabel: string
  /** «Удалить» beside a file. */
  remove: (form: FormData) => Promise<void>
  /** A step of this form, with the language. */
  stepHref: (step: string) => string
  trail: readonly Crumb[]
  /** Where what the profile knows is changed, and what is said of it; null where its questions are asked here. */
  profile: (Crumb & { lead: string; kept: string }) | null
}
