'use client'

import { useEffect, useRef, useState } from 'react'
import { Document, Page, pdfjs } from 'react-pdf'
import { Button } from '@/components/ui/button'
import type { PdfTexts } from './pdf-viewer'

pdfjs.GlobalWorkerOptions.workerSrc = new URL(
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  import.meta.url,
).toString()

/** What scanners of offices put pages in (CCITT fax, JBIG2, JPEG 2000) is read by these. */
const DECODERS: Readonly<Record<string, URL>> = {
  'jbig2.wasm': new URL('pdfjs-dist/wasm/jbig2.wasm', import.meta.url),
  'openjpeg.wasm': new URL('pdfjs-dist/wasm/openjpeg.wasm', import.meta.url),
}

/** They lie with the app's other files, each under a name of its own. */
class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = DECODERS[filename]
    if (!address) throw new Error(`no ${filename}`)
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/** The whole file at once: its address is one of a minute. */
const OPTIONS = {
  BinaryDataFactory: Decoders,
  useWorkerFetch: false,
  disableRange: true,
  disableStream: true,
  isEvalSupported: false,
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const FITS = ZOOMS.indexOf(1)

/** A PDF page by page, as wide as its place at first. */
export function PdfPages({ href, title, texts }: { href: string; title: string; texts: PdfTexts }) {
  const place = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  const [pages, setPages] = useState(0)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(FITS)

  useEffect(() => {
    if (!place.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  const scale = ZOOMS[zoom] ?? 1
  const says = (text: string) => <p className="p-4">{text}</p>
  return (
    <>
      {pages > 0 && (
        <div role="toolbar" aria-label={title} className="flex flex-wrap items-center gap-x-6">
          {pages > 1 && (
            <div className="flex items-center gap-x-3">
              <Turn label={texts.previous} isOff={page === 1} onPress={() => setPage(page - 1)} />
              <span role="status" className="text-sm tabular-nums">
                {`${texts.page} ${page} / ${pages}`}
              </span>
              <Turn label={texts.next} isOff={page === pages} onPress={() => setPage(page + 1)} />
            </div>
          )}
          <div className="flex items-center gap-x-1">
            <Turn label={texts.smaller} sign="−" isOff={zoom === 0} onPress={() => setZoom(zoom - 1)} />
            <span className="text-sm tabular-nums">{`${Math.round(scale * 100)} %`}</span>
            <Turn
              label={texts.larger}
              sign="+"
              isOff={zoom === ZOOMS.length - 1}
              onPress={() => setZoom(zoom + 1)}
            />
          </div>
        </div>
      )}
      <section
        ref={place}
        aria-label={title}
        // What is wider than its place is scrolled by the keyboard.
        tabIndex={0}
        // Its page is as wide as it is: were it as wide as its page, each would push the other out.
        className="contain-inline-size max-h-[80vh] overflow-auto rounded border border-line-soft bg-mist"
      >
        <Document
          file={href}
          options={OPTIONS}
          suspense={false}
          loading={says(texts.loading)}
          error={says(texts.failed)}
          onLoadSuccess={({ numPages }) => setPages(numPages)}
        >
          {width > 0 && (
            <Page
              pageNumber={page}
              width={width * scale}
              renderTextLayer={false}
              renderAnnotationLayer={false}
              loading={says(texts.loading)}
              error={says(texts.failed)}
            />
          )}
        </Document>
      </section>
    </>
  )
}

/** It keeps the focus where it can do no more, so that the keyboard is not thrown out. */
function Turn({
  label,
  sign,
  isOff,
  onPress,
}: {
  label: string
  /** What is seen in place of the words. */
  sign?: string
  isOff: boolean
  onPress: () => void
}) {
  return (
    <Button
      type="button"
      variant="quiet"
      aria-disabled={isOff || undefined}
      className={`min-w-target ${sign ? 'text-xl no-underline!' : ''} ${isOff ? 'opacity-60' : ''}`}
      aria-label={sign && label}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      {sign ?? label}
    </Button>
  )
}
