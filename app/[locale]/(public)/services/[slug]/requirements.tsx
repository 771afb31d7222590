import type { ReactNode } from 'react'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { termOf } from '../../service-words'
import { Section } from './section'

function List({ items }: { items: string[] }) {
  if (items.length === 1) return items[0]
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function Above({ id, title }: { id: string; title: string }) {
  return <a href={`#${id}`}>{title}</a>
}

/** The ten elements of a service, as the law asks for them: Закон № 88-V, пункт 3-1 статьи 14. */
export function Requirements({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  const texts = (list: { kk: string; ru: string }[]) => list.map((text) => text[locale])
  const rows: [string, ReactNode][] = [
    [t.element.name, service.officialName[locale]],
    [t.element.provider, <List key="v" items={service.providerKinds.map((kind) => t.providers[kind])} />],
    [t.element.ways, <List key="v" items={service.channels.map((channel) => t.channels[channel])} />],
    [
      t.element.term,
      <List
        key="v"
        items={[
          t.termRow(termOf(service, locale), service.intakeTerm),
          t.waitRow(service.waitMinutes),
          t.serveRow(service.serveMinutes),
        ]}
      />,
    ],
    [t.element.form, service.form[locale]],
    [t.element.result, <List key="v" items={texts(service.resultName)} />],
    [t.element.price, commonMessages[locale].free],
    [t.element.schedule, <List key="v" items={[t.scheduleOffice, t.schedulePlatform, t.afterHours]} />],
    // Both stand in full above: a link spares a long page its second copy.
    [t.element.documents, <Above key="v" id="documents" title={t.documents} />],
    [t.element.grounds, <Above key="v" id="refusal" title={t.refusal} />],
  ]
  return (
    <Section id="requirements" title={t.requirements}>
      <table className="block w-full text-left sm:table">
        <tbody className="block sm:table-row-group">
          {rows.map(([name, value], index) => (
            <tr key={name} className="block border-t border-line-soft py-3 sm:table-row">
              <th scope="row" className="block align-top sm:table-cell sm:w-2/5 sm:py-3 sm:pr-6">
                {index + 1}. {name}
              </th>
              <td className="block align-top first-letter:uppercase sm:table-cell sm:py-3">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="mt-8 mb-2 text-lg">{t.law}</h3>
      <List items={texts(service.legalBasis)} />
    </Section>
  )
}
