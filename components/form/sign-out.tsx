import { HeaderButton } from '@/components/shell/header-button'
import { leave } from '@/lib/auth/actions'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'

/** «Выйти» in the header. */
export function SignOutForm({ locale }: { locale: Locale }) {
  return (
    <form action={leave}>
      <input type="hidden" name="_locale" value={locale} />
      <HeaderButton>{accountMessages[locale].signOut}</HeaderButton>
    </form>
  )
}
