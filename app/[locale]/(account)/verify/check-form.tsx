import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextInput } from '@/components/ui/text-input'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { verifyMessages } from '@/lib/i18n/verify'

/** A plain GET form: it needs no session and no script, and its answer has an address. */
export function CheckForm({
  locale,
  typed,
  title,
  error,
}: {
  locale: Locale
  typed: string
  title: string
  error?: string
}) {
  const t = verifyMessages[locale]
  return (
    <form action={localePath(locale, '/verify')} noValidate>
      <h2 className="mb-3 text-xl">{title}</h2>
      {error && (
        <ErrorSummary title={commonMessages[locale].errorsTitle} errors={[{ href: '#code', text: error }]} />
      )}
      <TextInput
        name="code"
        label={t.code}
        hint={t.codeHint}
        error={error}
        defaultValue={typed}
        width="name"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button>{t.check}</Button>
    </form>
  )
}
