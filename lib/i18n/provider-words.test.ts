import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { documentMessages, spokenLimits } from './documents'
import { shellMessages } from './shell'
import { signingMessages } from './signing'
import { windowMessages } from './windows'

const LIMITS = { types: ['pdf', 'jpeg'], maxBytes: 1024 } as const

function sentences(messages: unknown, locale: 'kk' | 'ru'): string[] {
  if (typeof messages === 'string') return [messages]
  if (typeof messages === 'function') return [String(messages(spokenLimits(locale, LIMITS), '', ''))]
  return Object.values(messages ?? {}).flatMap((value) => sentences(value, locale))
}

// The application may be at a department or an akimat: there a «школа» would be the wrong door.
it.each(LOCALES)('%s: what every service says of its provider does not call it a school', (locale) => {
  const shared = [
    documentMessages[locale],
    signingMessages[locale],
    windowMessages[locale],
    shellMessages[locale].footer,
  ]
  const said = shared.flatMap((messages) => sentences(messages, locale))
  expect(said.length).toBeGreaterThan(50)
  expect(said.filter((sentence) => /школ|мектеп/iu.test(sentence))).toEqual([])
})
