import { LOCALES, type Locale } from '@/lib/domain/text'
import { LANGUAGES, localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'

const ITEM = 'flex min-h-target min-w-target items-center justify-center px-2 text-band-ink'
const CURRENT = 'border-b-4 border-gold font-bold'
const OTHER = 'border-b-4 border-transparent underline hover:text-band-ink'

/** KZ/RU as plain links to the same page; `path` is without the language and with its query. */
export function LanguageLinks({ locale, path }: { locale: Locale; path: string }) {
  return (
    <nav aria-label={shellMessages[locale].language} className="flex">
      {LOCALES.map((language) =>
        language === locale ? (
          <span key={language} aria-current="true" className={`${ITEM} ${CURRENT}`}>
            <span className="sr-only">{LANGUAGES[language].name}</span>
            <span aria-hidden="true">{LANGUAGES[language].label}</span>
          </span>
        ) : (
          <a
            key={language}
            href={localePath(language, path)}
            hrefLang={language}
            lang={language}
            className={`${ITEM} ${OTHER}`}
          >
            <span className="sr-only">{LANGUAGES[language].name}</span>
            <span aria-hidden="true">{LANGUAGES[language].label}</span>
          </a>
        ),
      )}
    </nav>
  )
}

/** The same inside a form: the other language submits `form` (by id) as `name=<language>`, so typed answers stay. */
export function LanguageButtons({ locale, form, name }: { locale: Locale; form: string; name: string }) {
  return (
    <div role="group" aria-label={shellMessages[locale].language} className="flex">
      {LOCALES.map((language) =>
        language === locale ? (
          <span key={language} aria-current="true" className={`${ITEM} ${CURRENT}`}>
            <span className="sr-only">{LANGUAGES[language].name}</span>
            <span aria-hidden="true">{LANGUAGES[language].label}</span>
          </span>
        ) : (
          <button
            key={language}
            type="submit"
            form={form}
            name={name}
            value={language}
            lang={language}
            formNoValidate
            className={`${ITEM} ${OTHER} cursor-pointer`}
          >
            <span className="sr-only">{LANGUAGES[language].name}</span>
            <span aria-hidden="true">{LANGUAGES[language].label}</span>
          </button>
        ),
      )}
    </div>
  )
}
