import { Fragment } from 'react'
import type { Locale, Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'

/** What a text page is made of: a paragraph, a list, or a link to a page of ours (`mailto:` too). */
export type Block = Text | { list: Text[] } | { path: string; label: Text }

export type TextSection = { id: string; title: Text; blocks: Block[] }

export function TextBlocks({ locale, blocks }: { locale: Locale; blocks: readonly Block[] }) {
  return blocks.map((block) => {
    if ('list' in block) {
      return (
        <ul key={block.list[0]?.ru}>
          {block.list.map((item) => (
            <li key={item.ru}>{item[locale]}</li>
          ))}
        </ul>
      )
    }
    if ('path' in block) {
      const href = block.path.startsWith('/') ? localePath(locale, block.path) : block.path
      return (
        <p key={block.path}>
          <a href={href}>{block.label[locale]}</a>
        </p>
      )
    }
    return <p key={block.ru}>{block[locale]}</p>
  })
}

/** Numbered sections with anchors, for the agreement and the like. */
export function TextSections({ locale, sections }: { locale: Locale; sections: readonly TextSection[] }) {
  return (
    <div className="prose max-w-reading">
      {sections.map((section, index) => (
        <Fragment key={section.id}>
          <h2 id={section.id}>
            {index + 1}. {section.title[locale]}
          </h2>
          <TextBlocks locale={locale} blocks={section.blocks} />
        </Fragment>
      ))}
    </div>
  )
}
