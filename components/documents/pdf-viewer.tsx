'use client'

import { type ComponentProps, type ComponentType, lazy, Suspense, useId, useState } from 'react'
import { Button } from '@/components/ui/button'

export type PdfTexts = {
  show: string
  hide: string
  loading: string
  failed: string
  previous: string
  next: string
  page: string
  smaller: string
  larger: string
}

type Pages = ComponentType<{ href: string; title: string; texts: PdfTexts }>

/** Half a megabyte that nobody fetches before they ask for it. */
const PdfPages = lazy<Pages>(() =>
  import('./pdf-pages').then(
    (module) => ({ default: module.PdfPages }),
    () => ({ default: NotFetched }),
  ),
)

function NotFetched({ texts }: ComponentProps<Pages>) {
  return <p className="py-4">{texts.failed}</p>
}

/** Shows a PDF beside what it is compared with; without a script the link of its row opens it. */
export function PdfViewer({ href, title, texts }: { href: string; title: string; texts: PdfTexts }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="no-print mb-4 hidden scripted:block">
      <Button
        type="button"
        variant="quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? texts.hide : texts.show}
        <span className="sr-only">: {title}</span>
      </Button>
      <div id={id}>
        {isOpen && (
          <Suspense>
            <PdfPages href={href} title={title} texts={texts} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
