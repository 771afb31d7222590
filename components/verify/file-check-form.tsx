'use client'

import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import type { Locale } from '@/lib/domain/text'

export type FileCheckTexts = {
  file: string
  fileHint: string
  drop: string
  document: string
  documentHint: string
  optional: string
  submit: string
  hashing: string
  sending: string
  missing: string
  tooLarge: string
}

// The extensions people's files have; what a file is, its bytes say.
const ACCEPT =
  '.pdf,.cms,.p7s,.p7m,.sig,.xml,application/pdf,application/pkcs7-signature,application/xml,text/xml'

/**
 * One form for every file. It posts by itself; with a script a paper's PDF never leaves the device: only its hash
 * goes into the address.
 */
export function FileCheckForm({
  locale,
  texts,
  page,
  maxBytes,
  fault,
}: {
  locale: Locale
  texts: FileCheckTexts
  /** Where the answer to a hash stands: `/ru/verify`. */
  page: string
  maxBytes: number
  fault?: string
}) {
  const form = useRef<HTMLFormElement>(null)
  const [work, setWork] = useState<'none' | 'hashing' | 'sending'>('none')
  const [found, setFound] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const error = found ?? fault

  // Whoever comes back to this page finds it as it was left: at rest.
  useEffect(() => {
    const rest = () => setWork('none')
    window.addEventListener('pageshow', rest)
    return () => window.removeEventListener('pageshow', rest)
  }, [])

  const fileInput = () => form.current?.querySelector<HTMLInputElement>('input[name="file"]')

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (work !== 'none') return event.preventDefault()
    const [file, document] = ['file', 'document'].map((name) => chosen(event.currentTarget, name))
    const wrong = faultOf(file, document)
    setFound(wrong)
    if (wrong) {
      event.preventDefault()
      fileInput()?.focus()
      return
    }
    setWork('sending')
    // Outside https browsers have no hashing: then the file goes as it does without a script.
    if (!file || document || !globalThis.crypto?.subtle) return
    event.preventDefault()
    const bytes = await file.arrayBuffer()
    if (!isPdf(bytes)) return form.current?.submit()
    setWork('hashing')
    const hash = await crypto.subtle.digest('SHA-256', bytes)
    goTo(`${page}?sha256=${hex(hash)}#answer`)
  }

  function faultOf(file: File | null | undefined, document: File | null | undefined): string | null {
    if (!file && !document) return texts.missing
    return [file, document].some((one) => one && one.size > maxBytes) ? texts.tooLarge : null
  }

  function drop(event: DragEvent<HTMLFormElement>): void {
    event.preventDefault()
    setOver(false)
    const input = fileInput()
    if (input && event.dataTransfer.files.length > 0) input.files = firstOf(event.dataTransfer.files)
  }

  return (
    <form
      ref={form}
      id="by-file"
      action="/api/verify/file"
      method="post"
      encType="multipart/form-data"
      aria-busy={work !== 'none'}
      className={`rounded border-2 p-4 ${isOver ? 'border-brand bg-brand-soft' : 'border-line-soft'}`}
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="hidden" name="_locale" value={locale} />
      <FileInput
        name="file"
        label={texts.file}
        accept={ACCEPT}
        error={error}
        hint={
          <>
            {texts.fileHint} <span className="hidden sm:scripted:inline">{texts.drop}</span>
          </>
        }
      />
      <FileInput name="document" label={texts.document} hint={texts.documentHint} optional={texts.optional} />
      <Button variant="secondary" aria-disabled={work !== 'none' || undefined}>
        {texts.submit}
      </Button>
      <p role="status" className="mt-2 text-muted empty:mt-0">
        {work === 'none' ? '' : texts[work]}
      </p>
    </form>
  )
}

function chosen(form: HTMLFormElement, name: string): File | null {
  const value = new FormData(form).get(name)
  return value instanceof File && value.size > 0 ? value : null
}

/** The same file twice is the same address, to which a browser would not go. */
function goTo(path: string): void {
  const target = new URL(path, window.location.href).href
  if (target === window.location.href) window.location.reload()
  else window.location.assign(target)
}

function isPdf(bytes: ArrayBuffer): boolean {
  return new TextDecoder('latin1').decode(bytes.slice(0, 5)) === '%PDF-'
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function firstOf(files: FileList): FileList {
  const list = new DataTransfer()
  const [file] = files
  if (file) list.items.add(file)
  return list.files
}
