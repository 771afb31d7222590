'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { type PostForm, postFile } from './post-file'
import { shrinkPhoto } from './shrink-photo'

export type UploadFormProps = {
  id: string
  /** Posted by the browser when no script runs; `scripted` and `completeHref` are for this one. */
  form: PostForm
  scripted: PostForm
  completeHref: string
  accept: string
  maxBytes: number
  shrinks: boolean
  /** The word that opens the form when there is a file already. */
  replace?: string
  /** How the last upload went, as the page was told. */
  fault?: string
  done?: string
  texts: {
    choose: string
    accepted: string
    upload: string
    cancel: string
    shrinking: string
    sending: string
    checking: string
    cancelled: string
    empty: string
    tooLarge: string
    wrongType: string
    missing: string
    unavailable: string
  }
}

type State =
  | { at: 'rest' | 'shrinking' | 'checking' | 'cancelled' }
  | { at: 'sending'; percent: number }
  | { at: 'fault'; fault: string }

function isAccepted(file: File, accept: string): boolean {
  const name = file.name.toLowerCase()
  return accept.split(',').some((one) => (one.startsWith('.') ? name.endsWith(one) : file.type === one))
}

/** One file to the store, with progress; without a script the same form is posted by the browser itself. */
export function UploadForm({ id, form, scripted, completeHref, texts, ...props }: UploadFormProps) {
  const router = useRouter()
  const [state, setState] = useState<State>({ at: 'rest' })
  const [isLoading, startLoading] = useTransition()
  const cancel = useRef<(() => void) | null>(null)
  const isBusy = isLoading || ['shrinking', 'sending', 'checking'].includes(state.at)

  function faultOf(file: File): string | null {
    if (file.size === 0) return texts.empty
    if (file.size > props.maxBytes) return texts.tooLarge
    return isAccepted(file, props.accept) ? null : texts.wrongType
  }

  async function send(chosen: File): Promise<void> {
    setState({ at: 'shrinking' })
    const file = props.shrinks ? await shrinkPhoto(chosen) : chosen
    const fault = faultOf(file)
    if (fault) return setState({ at: 'fault', fault })
    setState({ at: 'sending', percent: 0 })
    const sending = postFile(scripted, file, (percent) => setState({ at: 'sending', percent }))
    cancel.current = sending.cancel
    const result = await sending.stored
    cancel.current = null
    if (result === 'cancelled') return setState({ at: 'cancelled' })
    if (result === 'failed') return setState({ at: 'fault', fault: texts.missing })
    setState({ at: 'checking' })
    await complete(file.name)
  }

  async function complete(name: string): Promise<void> {
    try {
      const answer = await fetch(`${completeHref}&name=${encodeURIComponent(name)}`, {
        headers: { accept: 'application/json' },
      })
      const { location } = await answer.json()
      if (answer.status === 401) return window.location.assign(location)
      if (!answer.ok) return setState({ at: 'fault', fault: texts.unavailable })
      // The page itself tells how it went, as it does without a script, and brings a fresh form.
      startLoading(() => {
        setState({ at: 'rest' })
        if (location === window.location.pathname + window.location.search) router.refresh()
        else router.replace(location, { scroll: false })
      })
    } catch {
      setState({ at: 'fault', fault: texts.missing })
    }
  }

  function start(input: HTMLInputElement | null): void {
    const [file] = input?.files ?? []
    if (!file || isBusy) return
    send(file).finally(() => {
      // Choosing the same file again has to count as a change.
      if (input) input.value = ''
    })
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    start(event.currentTarget.querySelector<HTMLInputElement>('input[type=file]'))
  }

  const fault =
    state.at === 'fault' ? state.fault : state.at === 'rest' && !isLoading ? props.fault : undefined
  const fields = (
    <form action={form.url} method="post" encType="multipart/form-data" onSubmit={submit}>
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileInput
        id={id}
        name="file"
        label={texts.choose}
        hint={texts.accepted}
        error={fault}
        accept={props.accept}
        required
        disabled={isBusy}
        onChange={(event: ChangeEvent<HTMLInputElement>) => start(event.currentTarget)}
      />
      <Button variant="secondary" disabled={isBusy}>
        {texts.upload}
      </Button>
    </form>
  )
  return (
    <>
      <UploadStatus id={id} state={state} isLoading={isLoading} done={props.done} texts={texts} />
      {state.at === 'sending' && (
        <Button variant="quiet" type="button" onClick={() => cancel.current?.()}>
          {texts.cancel}
        </Button>
      )}
      {props.replace ? (
        <details key={completeHref} open={fault !== undefined}>
          <summary className="inline-flex min-h-target items-center font-bold text-brand underline">
            {props.replace}
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </>
  )
}

function UploadStatus({
  id,
  state,
  isLoading,
  done,
  texts,
}: { state: State; isLoading: boolean } & Pick<UploadFormProps, 'id' | 'done' | 'texts'>) {
  const at = isLoading ? 'checking' : state.at
  const percent = state.at === 'sending' ? state.percent : 100
  const words = {
    rest: done,
    shrinking: texts.shrinking,
    sending: texts.sending,
    checking: texts.checking,
    cancelled: texts.cancelled,
    fault: undefined,
  }
  return (
    <>
      <p role="status" id={`${id}-status`} className={`font-bold ${at === 'rest' ? 'text-ok' : ''}`}>
        {words[at]}
      </p>
      {(at === 'sending' || at === 'checking') && (
        <div className="mb-3 flex items-center gap-3">
          <progress
            max={100}
            value={percent}
            aria-labelledby={`${id}-status`}
            className="h-3 min-w-0 flex-1 accent-brand"
          />
          <span className="tabular-nums">{percent} %</span>
        </div>
      )}
    </>
  )
}
