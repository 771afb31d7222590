import { LanguageButtons } from '@/components/shell/language-links'
import type { Locale } from '@/lib/domain/text'

/** KZ/RU of a page with a form: they submit that form, which keeps what was typed and opens the other language. */
export function FormLanguages({ locale, form }: { locale: Locale; form: string }) {
  return (
    <>
      {/* Enter presses the first button of a form: this one, and not a language. */}
      <button type="submit" form={form} className="sr-only" tabIndex={-1} aria-hidden="true" />
      <LanguageButtons locale={locale} form={form} name="_language" />
    </>
  )
}
