import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { type EdsPhase, EdsProgress, isSigning } from './eds-progress'

const BUSY = ['connecting', 'connected', 'choosing', 'checking'] as const
const TROUBLES = ['cancelled', 'notRunning', 'blocked', 'failed', 'unreachable', 'lost'] as const

describe.each(LOCALES)('%s', (locale) => {
  const texts = ncaLayerMessages[locale]
  const render = (phase: EdsPhase) =>
    renderToStaticMarkup(<EdsProgress phase={phase} texts={texts} />).replaceAll('&quot;', '"')

  test('is a region that is read aloud politely, from the beginning', () => {
    expect(render({ at: 'rest' })).toBe('<div role="status" aria-live="polite"></div>')
  })

  test.each(BUSY)('%s is said in words', (at) => {
    expect(isSigning({ at })).toBe(true)
    expect(render({ at })).toContain(texts[at])
  })

  test.each(TROUBLES)('%s says what to do', (at) => {
    const html = render({ at })
    expect(isSigning({ at })).toBe(false)
    expect(html).toContain(texts[at].title)
    expect(texts[at].steps.length).toBeGreaterThan(0)
    for (const step of texts[at].steps) expect(html).toContain(step)
    expect(html).not.toContain('undefined')
  })

  test('an error of NCALayer shows its code to those who help', () => {
    expect(render({ at: 'failed', detail: 'INVOCATION_ERROR' })).toContain(
      texts.code.replace('{code}', 'INVOCATION_ERROR'),
    )
    expect(render({ at: 'failed' })).not.toContain('{code}')
  })
})
