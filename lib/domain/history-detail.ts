import { z } from 'zod'
import type { Locale } from './text'

const delegated = z.object({ organisation: z.object({ kk: z.string(), ru: z.string() }) })

/** Of the event that handed an application over: who acts for the provider since. */
export function actingFor(
  { action, detail }: { action: string; detail: unknown },
  locale: Locale,
): string | undefined {
  return action === 'delegate' ? delegated.safeParse(detail).data?.organisation[locale] : undefined
}
