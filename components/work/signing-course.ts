import type { SigningResult } from '@/components/eds/ncalayer-client'
import type {
  OpenedWish,
  SigningAnswers,
  SigningStep,
  SigningWish,
  StepRefusal,
} from '@/lib/domain/signing-steps'

/** Where one document stands. */
export type RowState =
  | { at: 'rest' | 'signing' | 'preparing' | 'ready' | 'issuing' }
  /** Under this number: another one, perhaps, than the list foretold. */
  | { at: 'done'; given: string }
  | { at: StepRefusal['status']; message: string }

/** What the session waits for; `made` of `of` are through. */
export type Stage =
  | { at: 'begin' | 'facts' | 'papers' }
  | { at: 'preparing' | 'issuing'; made: number; of: number }

/** Why the session ended before its time. */
export type Trouble =
  | Exclude<SigningResult, { status: 'signed' }>
  | { status: 'signedOut' | 'lost' | 'refused' }

export type Asked<S extends SigningStep['step']> =
  | { status: 'answered'; answer: SigningAnswers[S] }
  | { status: 'signedOut' | 'lost' | 'refused' }

export type Surroundings = {
  ask: <S extends SigningStep['step']>(step: Extract<SigningStep, { step: S }>) => Promise<Asked<S>>
  /** One choice of the key for all of them. */
  sign: (format: 'xml' | 'cms', data: readonly string[], bin: string) => Promise<SigningResult>
  /** A prepared sheet, in base64. */
  fetchSheet: (sheetId: string) => Promise<{ base64: string } | 'signedOut' | 'failed'>
  onRow: (number: number, state: RowState) => void
  onStage: (stage: Stage) => void
}

/** A fault that ends the course, thrown to its one exit. */
class Ended extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.status)
    this.trouble = trouble
  }
}

/**
 * Signs the documents with two choices of the key: first their facts, then the papers that are made around these.
 * Each document is done, or says why not, by itself. Null when the course came to its end. Never rejects.
 */
export async function signDecisions(
  list: readonly SigningWish[],
  around: Surroundings,
): Promise<Trouble | null> {
  const open = new Set(list.map(({ number }) => number))
  const { onRow, onStage } = around
  const settle = (number: number, state: RowState) => {
    open.delete(number)
    onRow(number, state)
  }
  const refuse = (number: number, { status, message }: StepRefusal) => settle(number, { at: status, message })
  const all = (numbers: readonly { number: number }[], at: 'signing' | 'ready') => {
    for (const { number } of numbers) onRow(number, { at })
  }
  try {
    onStage({ at: 'begin' })
    const { bin, opened, failed } = await answered(around.ask({ step: 'begin', list }))
    for (const { number, message } of failed) settle(number, { at: 'gone', message })
    if (opened.length === 0) return null

    onStage({ at: 'facts' })
    all(opened, 'signing')
    const facts = await signed(
      around.sign(
        'xml',
        opened.map(({ payload }) => payload),
        bin,
      ),
    )
    const sheets = await prepareAll(opened, facts, around, refuse)
    if (sheets.length === 0) return null

    onStage({ at: 'papers' })
    all(sheets, 'signing')
    const papers = await signed(
      around.sign(
        'cms',
        sheets.map(({ base64 }) => base64),
        bin,
      ),
    )
    all(sheets, 'ready')
    for (const [made, { number, given, sheetId }] of sheets.entries()) {
      onStage({ at: 'issuing', made, of: sheets.length })
      onRow(number, { at: 'issuing' })
      const answer = await answered(around.ask({ step: 'finish', sheetId, cms: papers[made] ?? '' }))
      if (answer.status === 'done') settle(number, { at: 'done', given })
      else refuse(number, answer)
    }
    return null
  } catch (error) {
    for (const number of open) onRow(number, { at: 'rest' })
    return error instanceof Ended ? error.trouble : { status: 'lost' }
  }
}

type Sheet = { number: number; given: string; sheetId: string; base64: string }

async function prepareAll(
  opened: readonly OpenedWish[],
  facts: readonly string[],
  { ask, fetchSheet, onRow, onStage }: Surroundings,
  refuse: (number: number, refusal: StepRefusal) => void,
): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (const [made, { payload: _, ...one }] of opened.entries()) {
    onStage({ at: 'preparing', made, of: opened.length })
    onRow(one.number, { at: 'preparing' })
    const answer = await answered(ask({ step: 'prepare', ...one, signedXml: facts[made] ?? '' }))
    if (answer.status !== 'prepared') {
      refuse(one.number, answer)
      continue
    }
    const fetched = await fetchSheet(answer.sheetId)
    if (fetched === 'signedOut') throw new Ended({ status: 'signedOut' })
    if (fetched === 'failed') throw new Ended({ status: 'lost' })
    const { number, given } = one
    sheets.push({ number, given: given.label, sheetId: answer.sheetId, base64: fetched.base64 })
    onRow(one.number, { at: 'ready' })
  }
  return sheets
}

async function answered<S extends SigningStep['step']>(
  asking: Promise<Asked<S>>,
): Promise<SigningAnswers[S]> {
  const asked = await asking
  if (asked.status !== 'answered') throw new Ended(asked)
  return asked.answer
}

async function signed(signing: Promise<SigningResult>): Promise<string[]> {
  const result = await signing
  if (result.status !== 'signed') throw new Ended(result)
  return result.signatures
}
