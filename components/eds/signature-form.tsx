'use client'

import { startTransition, useEffect, useRef } from 'react'
import { FieldsForm, type FormTexts } from '@/components/form/fields-form'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { type Posted, postSignature } from './post-signature'

/** Where a signature goes, whatever made it. */
export type SignatureTarget = {
  /** Takes `hidden` and, as `cms`, the signature. */
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  formTexts: FormTexts
}

/** Posts itself as soon as it holds a signature. */
export function SignatureForm({
  target: { action, permalink, locale, formTexts },
  hidden,
  cms,
  isBusy,
  onPosted,
}: {
  target: SignatureTarget
  hidden: Readonly<Record<string, string>>
  cms: string
  isBusy: boolean
  onPosted: (at: Posted['at']) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  // The form has to hold the signature before it is posted; a session that ended meanwhile then loses nothing.
  useEffect(() => {
    if (cms) box.current?.querySelector('form')?.requestSubmit()
  }, [cms])

  async function post(previous: FormState, form: FormData): Promise<FormState> {
    const { answer, at } = await postSignature(action, previous, form)
    // With the answer, not before it: else the last refusal stood there meanwhile, with a button to press.
    startTransition(() => onPosted(at))
    return answer
  }

  return (
    // What the last signature was refused for is of no use while the next is made.
    <div ref={box} hidden={isBusy}>
      <FieldsForm
        action={post}
        permalink={permalink}
        locale={locale}
        texts={formTexts}
        hidden={{ ...hidden, cms }}
      />
    </div>
  )
}
