import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { fillTemplate } from '@/lib/domain/template'
import type { Locale } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { listTemplates, type Template } from '../templates'
import { loadSent } from './intake'

/**
 * The explanation of a refusal with ready words put to it, in the language of who reads it: what was typed stays, and
 * what stands there already does not come twice.
 */
export async function explainWith(
  tx: Tx,
  actor: Actor,
  number: number,
  { typed, templateId }: { typed: string; templateId: string },
  now: Date,
): Promise<string> {
  const { application } = await loadSent(tx, actor, number)
  const { service, locale } = application
  const template = (await listTemplates(tx, 'refusal')).find(({ id }) => id === templateId)
  if (!template) return typed
  const words = fillTemplate(template.body[locale], {
    number: String(number),
    service: service.name[locale],
    date: formatDate(dateInAlmaty(now), locale, 'long'),
  })
  return withWords(typed, words)
}

/** For many at once: only words that are true of each, in every language that one of them is written in. */
export const isForMany = ({ body }: Template) =>
  !Object.values(body).some((text) => /\{(number|service)\}/.test(text))

export function explainMany(
  { body }: Template,
  languages: readonly Locale[],
  typed: string,
  now: Date,
): string {
  const filled = languages.map((locale) =>
    fillTemplate(body[locale], {
      number: '',
      service: '',
      date: formatDate(dateInAlmaty(now), locale, 'long'),
    }),
  )
  return withWords(typed, filled.join('\n'))
}

function withWords(typed: string, words: string): string {
  if (typed.includes(words)) return typed
  return typed.trim() === '' ? words : `${typed.trimEnd()}\n${words}`
}
