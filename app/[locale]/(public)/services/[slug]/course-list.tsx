import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { courseOf } from './course'
import { NumberedList } from './section'

export function CourseList({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  return (
    <NumberedList
      items={courseOf(service, locale).map(({ key, head, text }) => ({
        key,
        body: (
          <>
            {head && <h3>{head}</h3>}
            <p>{text}</p>
          </>
        ),
      }))}
    />
  )
}
