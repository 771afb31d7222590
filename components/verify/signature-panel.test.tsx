import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/text'
import { edsMessages } from '@/lib/i18n/eds'
import { signatureMessages } from '@/lib/i18n/verify-signature'
import type { ShownSignature } from '@/lib/signatures/shown'
import { SignaturePanel } from './signature-panel'

const MORNING = '2026-11-24T04:00:00.000Z'
const VALID: ShownSignature = {
  format: 'cms',
  failure: null,
  signer: {
    name: 'ӘЛИЕВА ГҮЛІМ',
    iinEnding: '0015',
    bin: null,
    organisation: null,
    roles: ['person'],
    serial: '1a2b',
    issuer: 'CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    algorithm: 'GOST-2015-512',
    claimedAt: MORNING,
    stampedAt: null,
  },
  marks: { content: 'holds', chain: 'holds', time: 'holds', revocation: 'holds' },
  receivedAt: null,
  revocationCheckedAt: MORNING,
}

describe.each(LOCALES)('a signature in %s', (locale) => {
  const t = signatureMessages[locale]
  const draw = (change: Partial<ShownSignature> = {}) =>
    renderToStaticMarkup(
      <SignaturePanel locale={locale} title={t.inspected} signature={{ ...VALID, ...change }} />,
    )

  it('that holds says whose it is, when, and what was asked', () => {
    const html = draw()
    for (const said of [
      t.valid,
      'ӘЛИЕВА ГҮЛІМ',
      '0015',
      '24.11.2026, 09:00',
      t.time.holds.now,
      t.chain.holds,
    ])
      expect(html).toContain(said)
    expect(html).not.toMatch(/undefined|null|Invalid/)
  })

  it('counts as of its receipt or its time stamp', () => {
    expect(draw({ receivedAt: MORNING })).toContain(t.time.holds.received)
    expect(draw({ signer: VALID.signer && { ...VALID.signer, stampedAt: MORNING } })).toContain(
      t.time.holds.stamped,
    )
  })

  it('that waits for an answer is not called valid', () => {
    const html = draw({ marks: { ...VALID.marks, revocation: 'pending' }, revocationCheckedAt: null })
    expect(html).toContain(t.pending)
    expect(html).not.toContain(t.valid)
  })

  it('that does not hold says why, even when nobody can be named', () => {
    const html = draw({
      failure: { code: 'MALFORMED', moment: null },
      signer: null,
      marks: { content: 'fails', chain: 'open', time: 'open', revocation: 'open' },
    })
    expect(html).toContain(edsMessages[locale].failure('MALFORMED', { moment: null, reader: 'checker' }))
    expect(html).toContain(t.content.fails)
    expect(html).not.toMatch(/undefined|null/)
  })
})
