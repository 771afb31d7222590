import type { Page } from '@playwright/test'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { stampToken } from '@/lib/signatures/eds/issuing/time-stamp-authority'
import { type KeyKind, newPersonalKey } from '@/scripts/embedded/ncalayer-authority'
import type { Offer } from '@/scripts/embedded/ncalayer-choice'
import { readKeys } from '@/scripts/embedded/ncalayer-keys'
import { GREETING, handleMessage } from '@/scripts/embedded/ncalayer-protocol'
import type { Office } from './offices'
import type { Parent } from './people'

/** The folder of the stack that the journey walks through. */
const kept = () => readKeys(process.env.E2E_KEYS_FOLDER ?? '')

/** A key of the demo: 'parent', 'parent-expired', 'parent-revoked', 'parent-signIn', 'parent2', 'director', 'clerk' … */
export function keyOf(id: string): Issued {
  const key = kept().keys.find((each) => each.id === id)
  if (!key) throw new Error(`the demo has no key ${id}`)
  return key.issued
}

/** A key of a parent of this journey, of any kind. */
export function keyOfParent(parent: Parent, kind: KeyKind = 'person'): Issued {
  const { familyName: surname, givenName: given, patronymic, iin } = parent
  return newPersonalKey(kept().authority, kind, { surname, given, patronymic, iin }, new Date())
}

/** A key of the director of an organisation of this journey. */
export function keyOfDirector({ name, bin, directorIin: iin }: Office, kind: KeyKind = 'head'): Issued {
  const subject = { surname: 'Тілеуова', given: 'Жансая', iin, bin, organisation: name.ru }
  return newPersonalKey(kept().authority, kind, subject, new Date())
}

/** Who stands before the key-choice window; null: they will not choose. What suits and what not is said in the offer. */
export type Chooser = (offer: Offer) => Issued | null

const isNcaLayer = (url: URL) => url.host === new URL(process.env.E2E_NCALAYER_URL ?? '').host

/** NCALayer on the visitor's machine, with somebody who chooses at once. Returns what it was asked, as it comes. */
export async function standIn(page: Page, choose: Chooser): Promise<Offer[]> {
  const offers: Offer[] = []
  await page.routeWebSocket(isNcaLayer, (socket) => {
    socket.onMessage(async (message) => {
      const { authority, keys } = kept()
      const answer = await handleMessage(message.toString(), {
        keys: () => keys,
        async chooseKey(offer) {
          offers.push(offer)
          return choose(offer)
        },
        stamp: (value) => stampToken(value, authority.stamper, new Date()),
        now: () => new Date(),
      })
      socket.send(answer)
    })
    socket.send(GREETING)
  })
  return offers
}

/** A machine on which NCALayer does not run. */
export async function withoutNcaLayer(page: Page): Promise<void> {
  await page.routeWebSocket(isNcaLayer, (socket) => socket.close())
}
