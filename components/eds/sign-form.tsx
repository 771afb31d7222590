'use client'

import { useEffect, useRef, useState } from 'react'
import { type EdsPhase, EdsProgress, type EdsTexts, isSigning } from './eds-progress'
import { fetchDocument } from './fetch-document'
import { signWithNcaLayer } from './ncalayer-client'
import type { KeyFilter } from './ncalayer-protocol'
import { SignatureForm, type SignatureTarget } from './signature-form'
import { StartAndStop } from './start-and-stop'

export type SignFormProps = {
  target: SignatureTarget
  hidden: Readonly<Record<string, string>>
  /** The bytes to sign. */
  document: string
  ncaLayer: { url: string; stamps: boolean }
  keys: KeyFilter
  label: string
  texts: EdsTexts & { stop: string }
}

/** One press: the document is fetched, NCALayer signs it, and the signature is posted. Needs a script. */
export function SignForm({ target, hidden, document, label, texts, ...props }: SignFormProps) {
  const [phase, setPhase] = useState<EdsPhase>({ at: 'rest' })
  const [cms, setCms] = useState('')
  const waiting = useRef<AbortController | null>(null)
  const isBusy = isSigning(phase)

  useEffect(() => () => waiting.current?.abort(), [])
  async function sign(): Promise<void> {
    setPhase({ at: 'connecting' })
    waiting.current = new AbortController()
    const { signal } = waiting.current
    const fetched = await fetchDocument(document, signal)
    if (signal.aborted) return setPhase({ at: 'cancelled' })
    if (fetched === 'signedOut') return window.location.reload()
    if (fetched === 'failed') return setPhase({ at: 'unreachable' })
    const result = await signWithNcaLayer({
      ...props.ncaLayer,
      format: 'cms',
      data: [fetched.base64],
      keys: props.keys,
      locale: target.locale,
      onState: (at) => setPhase({ at }),
      signal,
    })
    if (result.status !== 'signed') return setPhase({ at: result.status, detail: result.detail })
    setPhase({ at: 'checking' })
    setCms(result.signatures.join(''))
  }

  return (
    <>
      <SignatureForm
        target={target}
        hidden={hidden}
        cms={cms}
        isBusy={isBusy}
        onPosted={(at) => setPhase({ at })}
      />
      <EdsProgress phase={phase} texts={texts} />
      <div className={phase.at === 'kept' ? 'hidden' : 'hidden flex-wrap items-center gap-4 scripted:flex'}>
        <StartAndStop
          label={label}
          stop={texts.stop}
          isBusy={isBusy}
          mayStop={isBusy && phase.at !== 'checking'}
          onStart={() => void sign()}
          onStop={() => waiting.current?.abort()}
        />
      </div>
    </>
  )
}
