import 'server-only'
import { type Loaded, loadAs } from '@/lib/auth/loading'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import { type FamilyChild, type FamilyPaper, getChild, listChildren, listPapers } from './data'
import { FAMILY_PATH, NEW_CHILD, startOfSchoolYear } from './schema'

type Page<T> = Loaded<T> | { status: 'signedOut' }

export type KeptChild = FamilyChild & {
  papers: FamilyPaper[]
  /** The class was told in a school year gone by. */
  isMovedUp: boolean
}

export type FamilyPage = { children: KeptChild[]; own: FamilyPaper[]; today: DateOnly }

export function loadFamily(locale: Locale): Promise<Page<FamilyPage>> {
  return loadAs(locale, localePath(locale, FAMILY_PATH), (actor) =>
    asActor(actor, async (tx) => {
      const at = now()
      const papers = await listPapers(tx, actor)
      const children = (await listChildren(tx, actor)).map((child) => ({
        ...child,
        papers: papers.filter((paper) => paper.childId === child.id),
        isMovedUp: child.updatedAt < startOfSchoolYear(at),
      }))
      return { children, own: papers.filter((paper) => paper.childId === null), today: dateInAlmaty(at) }
    }),
  )
}

/** Null on the page of a child to come. */
export function loadChild(locale: Locale, id: string): Promise<Page<FamilyChild | null>> {
  return loadAs(locale, localePath(locale, `${FAMILY_PATH}/${id}`), async (actor) =>
    id === NEW_CHILD ? null : asActor(actor, (tx) => getChild(tx, actor, id)),
  )
}
