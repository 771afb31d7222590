import type { Metadata } from 'next'
import { STATUS_LABELS } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { TextBlocks } from '../text-blocks'
import { TextPage } from '../text-page'
import { STATUS_MEANINGS, STATUS_SECTION } from './status-meanings'
import { NEED, STEPS } from './steps'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: shellMessages[await loadLocale(params)].footer.howTo }
}

function Statuses({ locale }: { locale: Locale }) {
  return (
    <dl>
      {STATUS_MEANINGS.map(({ status, meaning }) => (
        <div
          key={status}
          className="grid gap-x-6 border-t border-line-soft py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
        >
          <dt>{STATUS_LABELS[status][locale]}</dt>
          <dd>{meaning[locale]}</dd>
        </div>
      ))}
    </dl>
  )
}

export default async function HowToPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  return (
    <TextPage
      locale={locale}
      path="/how-to"
      title={shellMessages[locale].footer.howTo}
      contents={[NEED, ...STEPS, STATUS_SECTION]}
    >
      <div className="max-w-reading">
        <section aria-labelledby={NEED.id} className="prose rounded bg-mist p-4 sm:p-6">
          <h2 id={NEED.id} className="text-xl">
            {NEED.title[locale]}
          </h2>
          <TextBlocks locale={locale} blocks={NEED.blocks} />
        </section>
        <ol className="mt-8 space-y-8">
          {STEPS.map((step, index) => (
            <li key={step.id} className="flex gap-4 border-t-4 border-sky pt-3">
              <span aria-hidden="true" className="text-2xl leading-none font-bold text-brand tabular-nums">
                {index + 1}
              </span>
              <div className="prose min-w-0">
                <h2 id={step.id} className="text-xl">
                  {step.title[locale]}
                </h2>
                <TextBlocks locale={locale} blocks={step.blocks} />
              </div>
            </li>
          ))}
        </ol>
        <h2 id={STATUS_SECTION.id} className="mt-12 mb-3 text-xl">
          {STATUS_SECTION.title[locale]}
        </h2>
        <Statuses locale={locale} />
      </div>
    </TextPage>
  )
}
