import type { Field } from '@/lib/domain/fields'
import type { Text } from '@/lib/domain/text'
import { teamMessages } from '@/lib/i18n/team'

type Words = (typeof teamMessages)['kk']

const text = (pick: (words: Words['form']) => string): Text => ({
  kk: pick(teamMessages.kk.form),
  ru: pick(teamMessages.ru.form),
})

/** What the appointment of an acting head asks for. */
export function appointmentFields(candidates: readonly { accountId: string; name: string }[]): Field[] {
  return [
    {
      key: 'person',
      kind: 'choice',
      label: text((t) => t.person),
      options: candidates.map(({ accountId, name }) => ({ value: accountId, label: { kk: name, ru: name } })),
    },
    { key: 'from', kind: 'date', label: text((t) => t.from), hint: text((t) => t.fromHint) },
    { key: 'to', kind: 'date', notBefore: 'from', label: text((t) => t.to), hint: text((t) => t.toHint) },
    { key: 'order', kind: 'text', label: text((t) => t.order), hint: text((t) => t.orderHint) },
    { key: 'orderDate', kind: 'date', past: true, label: text((t) => t.orderDate) },
  ]
}
