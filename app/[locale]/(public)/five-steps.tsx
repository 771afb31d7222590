import type { Locale } from '@/lib/domain/text'
import { publicMessages } from '@/lib/i18n/public'

export function FiveSteps({ locale }: { locale: Locale }) {
  const { step } = publicMessages[locale].home
  return (
    <ol className="grid gap-x-6 gap-y-5 lg:grid-cols-5">
      {[step.choose, step.register, step.fill, step.sign, step.follow].map((item, index) => (
        <li key={item.title} className="flex gap-4 border-t-4 border-sky pt-3 lg:flex-col lg:gap-2">
          <span aria-hidden="true" className="text-2xl leading-none font-bold text-brand tabular-nums">
            {index + 1}
          </span>
          <div className="min-w-0">
            <h3>{item.title}</h3>
            <p>{item.text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
