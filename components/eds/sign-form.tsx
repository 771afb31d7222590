'use client'

import { useEffect, useRef, useState } from 'react'
import { FieldsForm, type FormTexts } from '@/components/form/fields-form'
import { Button } from '@/components/ui/button'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { type EdsPhase, EdsProgress, type EdsTexts, isSigning } from './eds-progress'
import { fetchDocument } from './fetch-document'
import { signWithNcaLayer } from './ncalayer-client'
import type { KeyFilter } from './ncalayer-protocol'

export type SignFormProps = {
  /** Takes `hidden` and, as `cms`, what NCALayer made of the document. */
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  hidden: Readonly<Record<string, string>>
  /** The bytes to sign. */
  document: string
  ncaLayer: string
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
  const waiting = useRef<AbortController | null>(null)
  const isBusy = isSigning(phase)

  useEffect(() => () => waiting.current?.abort(), [])
  // The form has to hold the signature before it is posted; a session that ended meanwhile then loses nothing.
  useEffect(() => {
    if (cms) box.current?.querySelector('form')?.requestSubmit()
  }, [cms])

  async function sign(): Promise<void> {
    setPhase({ at: 'connecting' })
    const fetched = await fetchDocument(document)
    if (fetched === 'signedOut') return window.location.reload()
    if (fetched === 'failed') return setPhase({ at: 'unreachable' })
    waiting.current = new AbortController()
    const result = await signWithNcaLayer({
      url: props.ncaLayer,
      format: 'cms',
      data: [fetched.base64],
      keys: props.keys,
      locale: props.locale,
      onState: (at) => setPhase({ at }),
      signal: waiting.current.signal,
    })
    if (result.status !== 'signed') return setPhase({ at: result.status, detail: result.detail })
    setPhase({ at: 'checking' })
    setCms(result.signatures.join(''))
  }

  async function post(previous: FormState, form: FormData): Promise<FormState> {
    const answer = await action(previous, form)
    setPhase({ at: 'rest' })
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
      <div className="hidden flex-wrap items-center gap-4 scripted:flex">
        <Button
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
          <Button variant="quiet" type="button" onClick={() => waiting.current?.abort()}>
            {texts.stop}
          </Button>
        )}
      </div>
    </>
  )
}
