import type { Metadata } from 'next'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { TextBlocks } from '../text-blocks'
import { TextPage } from '../text-page'
import { QUESTION_GROUPS } from './questions'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: shellMessages[await loadLocale(params)].footer.faq }
}

/** The answers stand open: a page to search and to print, and an anchor always leads to a visible answer. */
export default async function FaqPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  return (
    <TextPage locale={locale} path="/faq" title={shellMessages[locale].footer.faq} contents={QUESTION_GROUPS}>
      <div className="max-w-reading">
        {QUESTION_GROUPS.map((group) => (
          <section key={group.id} aria-labelledby={group.id} className="mb-12">
            <h2 id={group.id} className="mb-4 border-b-4 border-sky pb-2 text-xl">
              {group.title[locale]}
            </h2>
            {group.questions.map((question) => (
              <section key={question.id} aria-labelledby={question.id} className="mb-6">
                <h3 id={question.id} className="text-lg">
                  <a href={`#${question.id}`} className="text-ink no-underline hover:underline">
                    {question.question[locale]}
                  </a>
                </h3>
                <div className="prose mt-1">
                  <TextBlocks locale={locale} blocks={question.answer} />
                </div>
              </section>
            ))}
          </section>
        ))}
      </div>
    </TextPage>
  )
}
