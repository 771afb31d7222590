import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { SERVICES, serviceBySlug } from '@/lib/services'
import { whenNeeded } from './when-needed'

function told(slug: string, key: string): string[] {
  const service = serviceBySlug(slug)
  const document = service?.documents.find((each) => each.key === key)
  if (!service || !document) throw new Error(`no document ${key} of ${slug}`)
  return whenNeeded(service, document, 'ru')
}

const KEPT = 'Можно взять из «Семьи», если документ там сохранен.'

describe('when a document is needed', () => {
  it.each<[string, string, string[]]>([
    ['home-schooling', 'medicalOpinion', [KEPT]],
    ['transfer', 'further', ['По желанию.']],
    [
      'duplicate',
      'original',
      ['Понадобится при ответе «Порча документа» или «Ошибка в документе» на вопрос «Причина».'],
    ],
    [
      'specialised-school',
      'award',
      ['По желанию.', expect.stringMatching(/^Отдельный файл для каждой записи «.+»\.$/)],
    ],
    [
      'free-meals',
      'income',
      [
        'Понадобится при ответе «Дети из семей, не получающих государственную адресную социальную помощь, в которых среднедушевой доход ниже величины прожиточного минимума» на вопрос «Категория ребенка».',
        'Отдельный файл для каждой записи «Член семьи», где «Основной источник дохода» – «Заработная плата», «Предпринимательская или другая деятельность» или «Алименты».',
      ],
    ],
  ])('%s: %s', (slug, key, sentences) => expect(told(slug, key)).toEqual(sentences))

  const documents = SERVICES.flatMap((service) =>
    service.documents.flatMap((document) =>
      LOCALES.map((locale) => [service.slug, document.key, locale, service, document] as const),
    ),
  )

  it.each(documents)('%s: %s is told in %s exactly when it is not always needed', (...given) => {
    const [, , locale, service, document] = given
    const sentences = whenNeeded(service, document, locale)
    const conditional = document.requiredWhen !== undefined || document.perRow !== undefined
    expect(sentences.length > (document.keptAs ? 1 : 0)).toBe(conditional)
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|«»| {2}/)
  })
})
