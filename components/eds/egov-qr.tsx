'use client'

import { useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { type QrPhase, type QrTrouble, signByQr } from './egov-qr-client'
import { SignatureForm, type SignatureTarget } from './signature-form'
import { StartAndStop } from './start-and-stop'

export type EgovQrTexts = Readonly<
  Record<'start' | 'asking' | 'scan' | 'picture' | 'link' | 'taken' | 'checking' | 'stop', string>
> &
  Readonly<Record<QrTrouble | 'lost', { title: string; text: string }>>

export type EgovQrProps = {
  target: SignatureTarget
  hidden: Readonly<Record<string, string>> & { statement: string }
  /** Where the server takes the steps. */
  steps: string
  texts: EgovQrTexts
}

type Phase = QrPhase | { at: 'rest' | 'kept' | 'checking' } | { at: QrTrouble | 'lost' }

/** A code for the phone with eGov Mobile; the signature comes back by itself and is posted. Needs a script. */
export function EgovQr({ target, hidden, steps, texts }: EgovQrProps) {
  const [phase, setPhase] = useState<Phase>({ at: 'rest' })
  const [cms, setCms] = useState('')
  const waiting = useRef<AbortController | null>(null)
  const isBusy = ['asking', 'scan', 'taken', 'checking'].includes(phase.at)
  const isQuiet = phase.at === 'rest' || phase.at === 'kept'

  useEffect(() => () => waiting.current?.abort(), [])
  async function sign(): Promise<void> {
    waiting.current = new AbortController()
    const { signal } = waiting.current
    const result = await signByQr({ url: steps, statement: hidden.statement, onPhase: setPhase, signal })
    if (result.status === 'stale') return window.location.reload()
    if (result.status !== 'signed') return setPhase({ at: result.status })
    setPhase({ at: 'checking' })
    setCms(result.cms)
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
      <div role="status" aria-live="polite" className={isQuiet ? undefined : 'mt-4'}>
        <Progress phase={phase} texts={texts} />
      </div>
      <div className={phase.at === 'kept' ? 'hidden' : 'mt-4 flex flex-wrap items-center gap-4'}>
        <StartAndStop
          label={texts.start}
          variant="secondary"
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
