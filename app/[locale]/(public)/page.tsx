import { PublicShell } from '@/components/shell/public-shell'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { SERVICES } from '@/lib/services'
import { QUESTIONS } from './faq/questions'
import { FiveSteps } from './five-steps'
import { ServiceCard } from './service-card'
import { ServiceMenu } from './service-menu'

export default async function HomePage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  const t = publicMessages[locale].home
  return (
    <PublicShell
      locale={locale}
      path="/"
      intro={
        <>
          <h1 className="text-2xl lg:text-[2.25rem]">{t.title}</h1>
          <p className="mt-3 max-w-reading text-lg">{t.lead}</p>
        </>
      }
    >
      <div className="mt-2 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <section aria-labelledby="services">
            <h2 id="services" className="sr-only">
              {t.services}
            </h2>
            <ul className="grid gap-4 sm:grid-cols-2">
              {SERVICES.map((service) => (
                <ServiceCard key={service.slug} locale={locale} service={service} />
              ))}
            </ul>
          </section>
        </div>
        <aside className="space-y-10">
          <div className="hidden lg:block">
            <ServiceMenu locale={locale} />
          </div>
          <section aria-labelledby="questions">
            <h2 id="questions" className="mb-2 text-lg">
              {t.questions}
            </h2>
            <ul>
              {QUESTIONS.filter((question) => question.onHome).map((question) => (
                <li key={question.id}>
                  <a href={`${localePath(locale, '/faq')}#${question.id}`} className="block py-2">
                    {question.question[locale]}
                  </a>
                </li>
              ))}
              <li>
                <a href={localePath(locale, '/faq')} className="block py-2 font-bold">
                  {t.allQuestions}
                </a>
              </li>
            </ul>
          </section>
        </aside>
      </div>
      <section aria-labelledby="how" className="mt-12">
        <h2 id="how" className="mb-4 text-xl">
          {t.steps}
        </h2>
        <FiveSteps locale={locale} />
        <p className="mt-4">
          <a href={localePath(locale, '/how-to')} className="inline-block py-2 font-bold">
            {t.allSteps}
          </a>
        </p>
      </section>
    </PublicShell>
  )
}
