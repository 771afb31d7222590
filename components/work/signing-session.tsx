'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type EdsPhase, EdsProgress, type EdsTexts } from '@/components/eds/eds-progress'
import { fetchDocument } from '@/components/eds/fetch-document'
import { StartAndStop } from '@/components/eds/start-and-stop'
import type { SigningWish } from '@/lib/domain/signing-steps'
import type { Locale } from '@/lib/domain/text'
import { askSigning } from './ask-signing'
import type { RowState, Stage } from './signing-course'
import { SigningRow } from './signing-row'
import { type CourseTexts, counted, phaseOf, reasonOf, withCount, wordsOf } from './signing-words'

/** What is to be signed, and how it is told to whom hears the page. */
export type SessionRow = SigningWish & { label: string; content: ReactNode }

export type SessionProps = {
  locale: Locale
  rows: readonly SessionRow[]
  /** The key's holder; the organisation that it has to name comes with the documents. */
  keys: { iin: string; extKeyUsageOids: readonly string[] }
  ncaLayer: { url: string; stamps: boolean }
  texts: CourseTexts
  edsTexts: EdsTexts
  /** How many wait, told above the list: as it is opened, after one is signed, after two, and so on. */
  headings?: readonly string[]
  /** Between that and the list. */
  before?: ReactNode
  /** What the press says, told right above it. */
  note?: string
  /** Where to go once all is signed; without one the results stay on the page. */
  next?: string
  /** The page itself, to see what waits now. */
  list?: string
}

/** What only a press needs: a phone that reads the list does not fetch it. Null while there is no connection. */
function loadCourse() {
  return Promise.all([import('./signing-course'), import('@/components/eds/ncalayer-client')]).then(
    ([{ signDecisions }, { signWithNcaLayer }]) => ({ signDecisions, signWithNcaLayer }),
    () => null,
  )
}

/** A list with a box for each, and one press that signs all that are ticked. Needs a script. */
export function SigningSession({
  rows,
  texts,
  edsTexts,
  headings,
  before,
  note,
  next,
  list,
  ...props
}: SessionProps) {
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set())
  const [states, setStates] = useState<ReadonlyMap<number, RowState>>(new Map())
  const [stage, setStage] = useState<Stage | null>(null)
  const [phase, setPhase] = useState<EdsPhase>({ at: 'rest' })
  const [said, setSaid] = useState('')
  const waiting = useRef<AbortController | null>(null)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => () => waiting.current?.abort(), [])
  // At the top of a phone's screen the bar is only begun: whatever it says next would be out of sight.
  useEffect(() => {
    if (said || phase.at !== 'rest') bar.current?.scrollIntoView({ block: 'nearest' })
  }, [said, phase])

  const stateOf = (number: number): RowState => states.get(number) ?? { at: 'rest' }
  const isOver = (number: number) => ['done', 'gone'].includes(stateOf(number).at)
  const ticked = rows.filter(({ number }) => !unticked.has(number) && !isOver(number))
  const isBegun = rows.some(({ number }) => ['done', 'again'].includes(stateOf(number).at))
  const isOnly = rows.length === 1
  const signed = rows.filter(({ number }) => stateOf(number).at === 'done').length

  async function sign(): Promise<void> {
    if (ticked.length === 0) return setSaid(texts.nothingTicked)
    const ends = new Map<number, RowState>()
    waiting.current = new AbortController()
    const { signal } = waiting.current
    setSaid('')
    setPhase({ at: 'rest' })
    setStage({ at: 'begin' })
    const course = await loadCourse()
    if (!course) {
      setStage(null)
      return setSaid(texts.lost)
    }
    const wanted = ticked.map(({ number, reason }) => ({ number, reason }))
    const trouble = await course.signDecisions(wanted, {
      ask: (step) => askSigning(step, props.locale),
      sign: (format, data, bin) =>
        course.signWithNcaLayer({
          ...props.ncaLayer,
          format,
          data,
          keys: { ...props.keys, bin },
          locale: props.locale,
          onState: (at) => setPhase({ at }),
          signal,
        }),
      fetchSheet: (id) => fetchDocument(`/api/papers/prepared/${id}`),
      onRow(number, state) {
        ends.set(number, state)
        setStates((known) => new Map(known).set(number, state))
      },
      onStage(at) {
        setPhase({ at: 'rest' })
        setStage(at)
      },
    })
    setStage(null)
    const done = [...ends.values()].filter(({ at }) => at === 'done').length
    if (next && done === rows.length) return window.location.assign(next)
    setPhase(trouble ? phaseOf(trouble) : { at: 'rest' })
    const told = trouble ? wordsOf(trouble, texts) : null
    if (told || (trouble && done === 0)) return setSaid(told ?? '')
    const why = reasonOf([...ends.values()], texts.reasons)
    setSaid(isOnly && why ? why : `${counted(texts.ended, done, wanted.length)} ${why}`.trim())
  }

  return (
    <>
      {headings && <SigningHeading>{headings[signed]}</SigningHeading>}
      {before}
      <ol className="list-none space-y-3 p-0">
        {rows.map(({ number, label, content }) => (
          <SigningRow
            key={number}
            label={label}
            state={stateOf(number)}
            words={texts.rows}
            isOnly={isOnly}
            isTicked={!unticked.has(number)}
            isBusy={stage !== null}
            onTick={(isTicked) =>
              setUnticked((known) => {
                const other = new Set(known)
                if (isTicked) other.delete(number)
                else other.add(number)
                return other
              })
            }
          >
            {content}
          </SigningRow>
        ))}
      </ol>
      <div
        ref={bar}
        className="no-print -mx-4 mt-6 hidden border-t-2 border-brand bg-paper px-4 py-3 md:sticky md:bottom-0 scripted:block"
      >
        <p role="status" className="font-bold">
          {stage
            ? counted(texts[stage.at], 'made' in stage ? stage.made : 0, 'of' in stage ? stage.of : 0)
            : said}
        </p>
        <EdsProgress phase={phase} texts={edsTexts} />
        {(ticked.length > 0 || stage !== null || unticked.size > 0) && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {note && <p className="w-full text-sm">{note}</p>}
            <StartAndStop
              label={isOnly ? texts.signOne : withCount(isBegun ? texts.signRest : texts.sign, ticked.length)}
              stop={texts.stop}
              isBusy={stage !== null}
              mayStop={stage?.at === 'facts' || stage?.at === 'papers'}
              onStart={() => void sign()}
              onStop={() => waiting.current?.abort()}
            />
          </div>
        )}
        {list && stage === null && rows.some(({ number }) => isOver(number)) && (
          <a href={list} className="mt-2 inline-block py-2">
            {texts.refresh}
          </a>
        )}
      </div>
    </>
  )
}

/** How many wait, said first. */
export function SigningHeading({ children }: { children: ReactNode }) {
  return <p className="mb-2 text-xl font-bold">{children}</p>
}
