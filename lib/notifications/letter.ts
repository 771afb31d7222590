import 'server-only'
import { dateInAlmaty, formatDate, isDateOnly, timeInAlmaty } from '@/lib/domain/dates'
import type { LetterEvent } from '@/lib/domain/letter-events'
import type { Locale } from '@/lib/domain/text'
import { mailMessages } from '@/lib/i18n/mail'
import { helpMail } from '@/lib/platform/env'
import type { LetterPayload } from './mutations'

export type LetterText = { subject: string; text: string; html: string }

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A letter in its reader's language, as text and as plain HTML that needs nothing from the network. */
export function renderLetter(
  event: LetterEvent,
  locale: Locale,
  { href, payload, at }: { href: string; payload: LetterPayload; at: Date },
): LetterText {
  const messages = mailMessages[locale]
  const letter = messages.letters[event]
  const time = `${formatDate(dateInAlmaty(at), locale, 'short')}, ${timeInAlmaty(at)}`
  const day = payload.date && isDateOnly(payload.date) ? formatDate(payload.date, locale, 'long') : ''
  const fill = (sentence: string) =>
    sentence
      .replaceAll('{number}', String(payload.number ?? ''))
      .replaceAll('{count}', String(payload.count ?? ''))
      .replaceAll('{date}', day)
      .replaceAll('{at}', time)
  const subject = fill(letter.subject)
  const body = letter.body.map(fill)
  const help = helpMail()
  const text = [...body, `${letter.link}:\n${href}`, `${messages.footer} ${help}`, messages.brand].join(
    '\n\n',
  )
  const paragraph = (content: string) => `<p style="margin:0 0 16px">${content}</p>`
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f2f6f9;color:#0f2338;font:17px/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px 16px;background:#ffffff">
<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:4px solid #00566e;font-weight:700">E-Bilimal</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(subject)}</h1>
${body.map((sentence) => paragraph(escapeHtml(sentence))).join('\n')}
<p style="margin:24px 0"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#00566e;color:#ffffff;font-weight:700;text-decoration:none">${escapeHtml(letter.link)}</a></p>
<p style="margin:0 0 24px;font-size:15px;color:#3f5266;overflow-wrap:anywhere">${escapeHtml(messages.byHand)}<br>${escapeHtml(href)}</p>
<p style="margin:0;padding:16px 0 0;border-top:1px solid #d3dce5;font-size:15px;color:#3f5266">${escapeHtml(messages.footer)} <a href="mailto:${escapeHtml(help)}" style="color:#00566e">${escapeHtml(help)}</a><br>${escapeHtml(messages.brand)}</p>
</div></body></html>`
  return { subject, text, html }
}
