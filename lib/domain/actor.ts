export const ROLES = ['clerk', 'director', 'methodist', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** `iin` is the person's own as an administrator has read it in their document. */
export type Membership = {
  organisationId: string
  role: Role
  iin?: string
  isActing?: boolean
  /** Number and date of the order that appoints; of an acting head always. */
  basis?: string
}

/** The signed-in person, as read from the database for this request; memberships are those valid now. */
export type Actor = {
  userId: string
  email: string
  name: string
  iin: string
  /** The e-mail address was confirmed: without that one may draft but not send. */
  confirmed: boolean
  sessionId: string
  memberships: readonly Membership[]
  organisationIds: readonly string[]
  /** The member of staff who acts in this person's name, for one who came in person and has no cabinet. */
  byHandOf?: string
}

/** The account that a deed is put down to: whoever's hand it was. */
export function handOf({ userId, byHandOf }: Pick<Actor, 'userId' | 'byHandOf'>): string {
  return byHandOf ?? userId
}

export function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value)
}

export const ROOMS = ['cabinet', 'work', 'admin'] as const
/** Where a person may go: everybody has a cabinet. */
export type Room = (typeof ROOMS)[number]

/** The rooms beside the one where the person is. */
export function otherRooms({ memberships }: Pick<Actor, 'memberships'>, here: Room): Room[] {
  const has: Readonly<Record<Room, boolean>> = {
    cabinet: true,
    work: memberships.some(({ role }) => role !== 'admin'),
    admin: memberships.some(({ role }) => role === 'admin'),
  }
  return ROOMS.filter((room) => room !== here && has[room])
}
