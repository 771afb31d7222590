import { leave } from '@/lib/auth/actions'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { localePath } from '@/lib/i18n/locale'
import { SignOutButton } from './sign-out-button'

/** «Выйти» in the header. */
export function SignOutForm({ locale }: { locale: Locale }) {
  return (
    <SignOutButton
      action={leave}
      permalink={localePath(locale, '/login')}
      locale={locale}
      label={accountMessages[locale].signOut}
    />
  )
}
