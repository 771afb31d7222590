import { copyAlike } from '@/test/alike'
import type { Office } from './offices'
import { born, sql } from './people'

/** Many applications to one office, like one that has gone as far, each about another child. Answers their numbers. */
export function settleAlike(model: number, office: Office, count: number): Promise<number[]> {
  const list = Array.from({ length: count }, (_, i) => ({
    organisationId: office.id,
    iin: born(2010, 2018, 5).iin,
    name: `Өмірзақ Ғани ${String.fromCodePoint(0x411 + i)}.`,
    initials: 'Ө. Ғ.',
  }))
  return copyAlike(sql, model, list)
}
