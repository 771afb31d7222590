import { Button } from '@/components/ui/button'
import type { Colleague } from '@/lib/applications/provider/assigning'
import type { Locale } from '@/lib/domain/text'
import { queueMessages } from '@/lib/i18n/queue'

export type Assigned = {
  number: number
  /** Who works it now, as the page shows it: whoever was faster is not overruled. */
  assignee: { id: string; name: string; isReader: boolean } | null
}

/**
 * To take an application or to give it to a colleague, each with one press. The buttons belong to the form `form`,
 * so that one form serves a whole table.
 */
export function AssignButtons({
  locale,
  form,
  application: { number, assignee },
  colleagues,
}: {
  locale: Locale
  form: string
  application: Assigned
  /** Without the reader. */
  colleagues: readonly Colleague[]
}) {
  const t = queueMessages[locale]
  const others = colleagues.filter(({ id }) => id !== assignee?.id)
  const press = (to: string) => ({
    form,
    name: 'assign',
    value: [number, to, assignee?.id ?? ''].join(':'),
    variant: 'quiet' as const,
    className: 'md:min-h-8',
  })
  const about = <span className="sr-only">: {t.about(number)}</span>
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 xl:flex-nowrap xl:whitespace-nowrap">
      {!assignee?.isReader && (
        <Button {...press('me')}>
          <span>
            {t.take}
            {about}
          </span>
        </Button>
      )}
      {others.length > 0 && (
        <details className="relative">
          <summary className="flex min-h-target items-center md:min-h-8 font-bold text-brand underline hover:text-brand-dark">
            <span>
              {t.give}
              {about}
            </span>
          </summary>
          <ul className="whitespace-normal xl:absolute xl:right-0 xl:z-10 xl:w-64 xl:rounded xl:border xl:border-line xl:bg-paper xl:px-3 xl:py-1">
            {others.map(({ id, name }) => (
              <li key={id}>
                <Button {...press(id)}>
                  <span>
                    {name}
                    {about}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  )
}
