import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Unbroken } from './unbroken'

it.each([
  ['Зачисление в 1-й класс', '1-й'],
  ['10-сыныпқа қабылдау', '10-сыныпқа'],
  ['Справка (форма 065/у)', '065/у)'],
  ['Паспорт здоровья (форма 052-2/у)', '052-2/у)'],
  ['Фотография 3×4', undefined],
])('«%s» keeps «%s» on one line', (text, whole) => {
  const html = renderToStaticMarkup(<Unbroken text={text} />)
  expect(html.replaceAll(/<[^>]+>/g, '')).toBe(text)
  expect(/<span class="whitespace-nowrap">([^<]*)</.exec(html)?.[1]).toBe(whole)
})
