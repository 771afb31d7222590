export const ROLES = ['clerk', 'director', 'methodist', 'admin'] as const
export type Role = (typeof ROLES)[number]

export type Membership = { organisationId: string; role: Role }

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
