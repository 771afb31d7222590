import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/domain/actor'
import type { FamilyPaperKind } from '@/lib/domain/family-paper'
import { keepChild, keepPaper } from '@/lib/family/mutations'
import type { ToldChild } from '@/lib/family/schema'
import { asActor } from '@/lib/platform/db'
import { newChild, TUESDAY } from '@/test/school'

export const pdfFile = () => ({
  fileName: 'Құжат.pdf',
  mediaType: 'application/pdf',
  bytes: 1_258_291,
  sha256: String(randomUUID()),
})

export const told = (more: Partial<Omit<ToldChild, 'sex'>> = {}): ToldChild => ({
  ...newChild(),
  ...more,
  sex: 'male',
})

export function addToFamily(parent: Actor, child: ToldChild, now = TUESDAY): Promise<string> {
  return asActor(parent, (tx) => keepChild(tx, parent, child, now))
}

export function addPaper(
  parent: Actor,
  childId: string | null,
  kind: FamilyPaperKind,
  validUntil: string | null = null,
  file = pdfFile(),
): Promise<string> {
  return asActor(parent, (tx) => keepPaper(tx, parent, { childId, kind, file, validUntil }, TUESDAY))
}
