import { copyWaiting } from '@/test/waiting'
import type { Office } from './offices'
import { born, sql } from './people'

/**
 * Many prepared results of one office, like that of an application which a clerk has prepared, each about another
 * child: they wait for the head's signature. Answers their numbers.
 */
export function settleWaiting(model: number, office: Office, count: number): Promise<number[]> {
  const list = Array.from({ length: count }, (_, i) => ({
    organisationId: office.id,
    iin: born(2010, 2018, 5).iin,
    name: `Өмірзақ Ғани ${String.fromCodePoint(0x411 + i)}.`,
    initials: 'Ө. Ғ.',
  }))
  return copyWaiting(sql, model, list)
}
