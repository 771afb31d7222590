/** Pages of a route have no language: these few words stand in both. */
const WORDS = {
  absent: {
    status: 404,
    kk: 'Мұндай құжат табылмады. Ол жойылған немесе Сіздің тіркелгіңіз үшін жабық. Жүйеден шығып кетсеңіз, кіріп, қайта ашыңыз.',
    ru: 'Такого документа нет. Он удален или закрыт для вашей учетной записи. Если вы вышли из системы, войдите и откройте его еще раз.',
  },
  tooMany: {
    status: 429,
    kk: 'Файлдар қатарынан тым көп сұралды. Файлды 15 минуттан кейін қайта ашып көріңіз.',
    ru: 'Слишком много запросов подряд. Откройте файл еще раз через 15 минут.',
  },
  unavailable: {
    status: 503,
    kk: 'Ақау біздің жақта: қазір құжатты көрсете алмаймыз. Бірнеше минуттан кейін қайта ашып көріңіз.',
    ru: 'Неполадка на нашей стороне: сейчас мы не можем показать документ. Откройте его еще раз через несколько минут.',
  },
} as const

/** A small page of its own: the same bytes whether a document is foreign or was never there. */
export function refusal(kind: keyof typeof WORDS, requestId = ''): Response {
  const { status, kk, ru } = WORDS[kind]
  const code = requestId && `<p><code>${requestId}</code></p>`
  const page = `<!doctype html><html lang="kk"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>E-Bilimal</title><body style="max-width:40rem;margin:3rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif;color:#0f2338"><p>${kk}</p><p lang="ru">${ru}</p>${code}</body></html>`
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
