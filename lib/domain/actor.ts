export const ROLES = ['clerk', 'director', 'methodist', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** `iin` is the person's own as an administrator has read it in their document. */
export type Membership = { organisationId: string; role: Role; iin?: string; isActing?: boolean }

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
}

export function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value)
}
