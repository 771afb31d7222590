'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import { FieldsForm, type FormTexts } from '@/components/form/fields-form'
import { Button } from '@/components/ui/button'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { type EdsPhase, EdsProgress, type EdsTexts, isSigning } from './eds-progress'
import { fetchDocument } from './fetch-document'
import { signWithNcaLayer } from './ncalayer-client'
import type { KeyFilter } from './ncalayer-protocol'
import { postSignature } from './post-signature'

export type SignFormProps = {
  /** Takes `hidden` and, as `cms`, what NCALayer made of the document. */
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  hidden: Readonly<Record<string, string>>
  /** The bytes to sign. */
  document: string
  ncaLayer: { url: string; stamps: boolean }
  keys: KeyFilter
  label: string
  texts: EdsTexts & { stop: string }
  formTexts: FormTexts
}

/** One press: the document is fetched, NCALayer signs it, and the signature is posted. Needs a script. */
export function SignForm({ action, hidden, document, label, texts, ...props }: SignFormProps) {
  const [phase, setPhase] = useState<EdsPhase>({ at: 'rest' })
  const [cms, setCms] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLButtonElement>(null)
  const waiting = useRef<AbortController | null>(null)
  const isBusy = isSigning(phase)

  useEffect(() => () => waiting.current?.abort(), [])
  // The form has to hold the signature before it is posted; a session that ended meanwhile then loses nothing.
  useEffect(() => {
    if (cms) box.current?.querySelector('form')?.requestSubmit()
  }, [cms])

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
      locale: props.locale,
      onState: (at) => setPhase({ at }),
      signal,
    })
    if (result.status !== 'signed') return setPhase({ at: result.status, detail: result.detail })
    setPhase({ at: 'checking' })
    setCms(result.signatures.join(''))
  }

  async function post(previous: FormState, form: FormData): Promise<FormState> {
    const { answer, at } = await postSignature(action, previous, form)
    // With the answer, not before it: else the last refusal stood there meanwhile, with a button to press.
    startTransition(() => setPhase({ at }))
    return answer
  }

  return (
    <>
      {/* What the last signature was refused for is of no use while the next is made. */}
      <div ref={box} hidden={isBusy}>
        <FieldsForm
          action={post}
          permalink={props.permalink}
          locale={props.locale}
          texts={props.formTexts}
          hidden={{ ...hidden, cms }}
        />
      </div>
      <EdsProgress phase={phase} texts={texts} />
      <div className={phase.at === 'kept' ? 'hidden' : 'hidden flex-wrap items-center gap-4 scripted:flex'}>
        <Button
          ref={start}
          type="button"
          onClick={() => {
            if (!isBusy) void sign()
          }}
          // Not disabled, so that the focus stays.
          aria-disabled={isBusy || undefined}
          className={isBusy ? 'opacity-60' : undefined}
        >
          {label}
        </Button>
        {isBusy && phase.at !== 'checking' && (
          <Button
            variant="quiet"
            type="button"
            onClick={() => {
              waiting.current?.abort()
              // This button goes away.
              start.current?.focus()
            }}
          >
            {texts.stop}
          </Button>
        )}
      </div>
    </>
  )
}
