import type { Message } from './mailbox'

/** The list of letters, newest first. */
export function listPage(messages: readonly Message[]): string {
  const rows = messages
    .toReversed()
    .map(
      ({ id, to, subject, createdAt }) =>
        `<li><a href="/letters/${id}">${safe(subject)}</a><br><small>${safe(to)} · ${moment(createdAt)}</small></li>`,
    )
    .join('\n')
  return page('Пошта · Почта', rows === '' ? '<p>Хат жоқ. Писем нет.</p>' : `<ul>${rows}</ul>`)
}

/** One letter. Its HTML is shown in a frame that runs no scripts and may only follow links. */
export function letterPage({ to, from, subject, createdAt, html, text }: Message): string {
  const letter = html
    ? `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" srcdoc="${safe(`<base target="_top">${html}`)}"></iframe>`
    : ''
  return page(
    subject,
    `<p><a href="/">← Барлық хаттар · Все письма</a></p>
<p>${safe(from)} → ${safe(to)}<br><small>${moment(createdAt)}</small></p>
${letter}<pre>${safe(text)}</pre>`,
  )
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
a{color:#0a58a6}li{margin:0 0 1rem}small{color:#5b6770}iframe{width:100%;height:26rem;border:1px solid #cdd5dc}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f3f5f7;padding:1rem}</style>
<h1>${safe(title)}</h1>
${body}</html>`
}

function moment(iso: string): string {
  return new Date(iso).toLocaleString('ru', {
    timeZone: 'Asia/Almaty',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
