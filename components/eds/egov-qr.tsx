'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import { FieldsForm, type FormTexts } from '@/components/form/fields-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { type QrPhase, type QrTrouble, signByQr } from './egov-qr-client'
import { postSignature } from './post-signature'

export type EgovQrTexts = Readonly<
  Record<'start' | 'asking' | 'scan' | 'picture' | 'link' | 'taken' | 'checking' | 'stop', string>
> &
  Readonly<Record<QrTrouble | 'lost', { title: string; text: string }>>

export type EgovQrProps = {
  /** Takes `hidden` and, as `cms`, what the phone made of the statement. */
  action: (previous: FormState, form: FormData) => Promise<FormState>
  permalink: string
  locale: Locale
  hidden: Readonly<Record<string, string>> & { statement: string }
  /** Where the server takes the steps. */
  steps: string
  texts: EgovQrTexts
  formTexts: FormTexts
}

type Phase = QrPhase | { at: 'rest' | 'kept' | 'checking' } | { at: QrTrouble | 'lost' }

/** A code for the phone with eGov Mobile; the signature comes back by itself and is posted. Needs a script. */
export function EgovQr({ action, hidden, steps, texts, ...props }: EgovQrProps) {
  const [phase, setPhase] = useState<Phase>({ at: 'rest' })
  const [cms, setCms] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const start = useRef<HTMLButtonElement>(null)
  const waiting = useRef<AbortController | null>(null)
  const isBusy = ['asking', 'scan', 'taken', 'checking'].includes(phase.at)
  const isQuiet = phase.at === 'rest' || phase.at === 'kept'

  useEffect(() => () => waiting.current?.abort(), [])
  // The form has to hold the signature before it is posted; a session that ended meanwhile then loses nothing.
  useEffect(() => {
    if (cms) box.current?.querySelector('form')?.requestSubmit()
  }, [cms])

  async function sign(): Promise<void> {
    waiting.current = new AbortController()
    const { signal } = waiting.current
    const result = await signByQr({ url: steps, statement: hidden.statement, onPhase: setPhase, signal })
    if (result.status === 'stale') return window.location.reload()
    if (result.status !== 'signed') return setPhase({ at: result.status })
    setPhase({ at: 'checking' })
    setCms(result.cms)
  }

  async function post(previous: FormState, form: FormData): Promise<FormState> {
    const { answer, at } = await postSignature(action, previous, form)
    // With the answer, not before it: else the last refusal stood there meanwhile, with a button to press.
    startTransition(() => setPhase({ at }))
    return answer
  }

  return (
    <>
      <div ref={box} hidden={isBusy}>
        <FieldsForm
          action={post}
          permalink={props.permalink}
          locale={props.locale}
          texts={props.formTexts}
          hidden={{ ...hidden, cms }}
        />
      </div>
      <div role="status" aria-live="polite" className={isQuiet ? undefined : 'mt-4'}>
        <Progress phase={phase} texts={texts} />
      </div>
      <div className={phase.at === 'kept' ? 'hidden' : 'mt-4 flex flex-wrap items-center gap-4'}>
        <Button
          ref={start}
          type="button"
          variant="secondary"
          onClick={() => {
            if (!isBusy) void sign()
          }}
          // Not disabled, so that the focus stays.
          aria-disabled={isBusy || undefined}
          className={isBusy ? 'opacity-60' : undefined}
        >
          {texts.start}
        </Button>
        {isBusy && phase.at !== 'checking' && (
          <Button
            type="button"
            variant="quiet"
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

function Progress({ phase, texts }: { phase: Phase; texts: EgovQrTexts }) {
  switch (phase.at) {
    case 'rest':
    case 'kept':
      return null
    case 'asking':
    case 'taken':
    case 'checking':
      return <p className="font-bold">{texts[phase.at]}</p>
    case 'scan':
      return (
        <>
          <p className="font-bold">{texts.scan.replace('{until}', phase.until)}</p>
          {phase.link && (
            <p className="mt-2">
              <a href={phase.link} className="inline-block py-2">
                {texts.link}
              </a>
            </p>
          )}
          {/* biome-ignore lint/performance/noImgElement: it is in the page itself, and lives for minutes */}
          <img
            src={`data:image/gif;base64,${phase.qr}`}
            alt={texts.picture}
            className="mt-4 w-full max-w-64 rounded bg-paper p-2"
          />
        </>
      )
    default: {
      const { title, text } = texts[phase.at]
      return (
        <Notice tone={phase.at === 'cancelled' ? 'info' : 'warn'} title={title}>
          <p>{text}</p>
        </Notice>
      )
    }
  }
}
