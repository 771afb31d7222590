/** What a colour means; it never stands alone, a word and an icon go with it. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad'

export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  neutral: 'bg-mist text-ink border-line-soft',
  info: 'bg-brand-soft text-brand border-brand',
  ok: 'bg-ok-soft text-ok border-ok',
  warn: 'bg-warn-soft text-warn border-warn',
  bad: 'bg-bad-soft text-bad border-bad',
}
