import 'server-only'
import { carriedValues } from '@/lib/auth/carried'
import { type Loaded, loadAs } from '@/lib/auth/loading'
import { readFields } from '@/lib/domain/check-field'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { keptPlaces, listPlaces, type PlaceLists, readPlaces } from '@/lib/organisations/places'
import { now } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import { type FamilyChild, type FamilyPaper, getChild, listChildren, listPapers } from './data'
import { CHILD_FIELDS, childPath, FAMILY_PATH, NEW_CHILD, SCHOOLS, startOfSchoolYear } from './schema'

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

export type ChildPage = {
  /** Null: one to come. */
  child: FamilyChild | null
  /** By field; what was typed before the form was drawn anew goes before what is kept. */
  values: Readonly<Record<string, string>>
  places: Readonly<Record<string, PlaceLists>>
}

export function loadChild(locale: Locale, id: string): Promise<Page<ChildPage>> {
  const path = childPath(id)
  return loadAs(locale, localePath(locale, path), async (actor) => {
    const typed = await carriedValues(path)
    return asActor(actor, async (tx) => {
      const child = id === NEW_CHILD ? null : await getChild(tx, actor, id)
      const isCarried = Object.keys(typed).length > 0
      const posted = (name: string) => typed[name] ?? ''
      const values = isCarried
        ? { ...readFields(CHILD_FIELDS, posted), ...(await readPlaces(tx, SCHOOLS, CHILD_FIELDS, posted)) }
        : keptValues(child)
      const place = { ...values, ...(await keptPlaces(tx, CHILD_FIELDS, values)) }
      return { child, values: place, places: await listPlaces(tx, SCHOOLS, CHILD_FIELDS, place) }
    })
  })
}

function keptValues(child: FamilyChild | null): Record<string, string> {
  const kept = CHILD_FIELDS.map(({ key, family }): [string, string] => {
    if (!child || !family) return [key, '']
    return [key, family === 'school' ? (child.school?.id ?? '') : child[family]]
  })
  return Object.fromEntries(kept)
}
