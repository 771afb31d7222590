import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { NcaLayerState, SigningResult } from './ncalayer-client'

export type EdsPhase =
  | { at: 'rest' }
  /** The form itself goes on with the signature that it holds. */
  | { at: 'kept' }
  | { at: NcaLayerState }
  /** The signature is at the server. */
  | { at: 'checking' }
  | { at: EdsTroubleKind; detail?: string }

/** Beside what NCALayer may answer: the document could not be fetched; nobody knows whether the signature arrived. */
export type EdsTroubleKind = Exclude<SigningResult['status'], 'signed'> | 'unreachable' | 'lost'

export type EdsTexts = Readonly<Record<NcaLayerState | 'checking', string>> &
  Readonly<Record<EdsTroubleKind, EdsTrouble>> & {
    /** Of NCALayer, for those who help: «Код: {code}». */
    code: string
  }

/** What went otherwise than hoped, and what to do, step by step. */
export type EdsTrouble = { title: string; steps: readonly string[] }

export function isSigning({ at }: EdsPhase): boolean {
  return at === 'connecting' || at === 'connected' || at === 'choosing' || at === 'checking'
}

/** How the talk with NCALayer goes, in words; read aloud as it changes. */
export function EdsProgress({ phase, texts }: { phase: EdsPhase; texts: EdsTexts }) {
  return (
    <div role="status" aria-live="polite">
      {say(phase, texts)}
    </div>
  )
}

function say(phase: EdsPhase, texts: EdsTexts) {
  switch (phase.at) {
    case 'rest':
    case 'kept':
      return null
    case 'connecting':
    case 'connected':
    case 'choosing':
    case 'checking':
      return (
        <p className="my-4 flex gap-2 font-bold">
          <Icon name={phase.at === 'connecting' ? 'clock' : 'check'} className="mt-[0.2em]" />
          <span>{texts[phase.at]}</span>
        </p>
      )
    default: {
      const { title, steps } = texts[phase.at]
      return (
        <div className="my-4">
          <Notice tone={phase.at === 'cancelled' ? 'info' : 'warn'} title={title}>
            {steps.length === 1 ? <p>{steps}</p> : <Steps steps={steps} />}
            {phase.detail && <p>{texts.code.replace('{code}', phase.detail)}</p>}
          </Notice>
        </div>
      )
    }
  }
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
