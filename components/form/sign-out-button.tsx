'use client'

import { useActionState } from 'react'
import { HeaderButton } from '@/components/shell/header-button'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { IDLE } from './idle'

/** Its answer is always another page. */
export function SignOutButton({
  action,
  permalink,
  locale,
  label,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  label: string
}) {
  const [, submit] = useActionState(action, IDLE, permalink)
  return (
    <form action={submit}>
      <input type="hidden" name="_locale" value={locale} />
      <HeaderButton>{label}</HeaderButton>
    </form>
  )
}
