import type { DateOnly } from './dates'

/** A refusal is signed for its reason; a prepared result needs none. */
export type SigningWish = { number: number; reason: { ground: string; explanation: string } | null }

/** One document of the first choice of the key; `label` is its number as it stands on the paper. */
export type OpenedWish = SigningWish & {
  given: { number: number; label: string; date: DateOnly }
  payload: string
}

/** What the page of a head who signs asks of the server, one after another. */
export type SigningStep =
  | { step: 'begin'; list: readonly SigningWish[] }
  | ({ step: 'prepare'; given: { number: number; date: DateOnly }; signedXml: string } & SigningWish)
  | { step: 'finish'; sheetId: string; cms: string }

/**
 * Why one document was not signed, in words. `again`: its number or day has gone on; `gone`: it is not to be signed
 * any more; `failed`: by this key.
 */
export type StepRefusal = { status: 'failed' | 'again' | 'gone'; message: string }

export type SigningAnswers = {
  begin: {
    /** The key has to name this organisation. */
    bin: string
    opened: readonly OpenedWish[]
    failed: readonly { number: number; message: string }[]
  }
  prepare: { status: 'prepared'; sheetId: string } | StepRefusal
  finish: { status: 'done' } | StepRefusal
}
