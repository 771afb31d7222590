export const ROLES = ['clerk', 'director', 'methodist', 'admin'] as const
export type Role = (typeof ROLES)[number]

export type Membership = { readonly organisationId: string; readonly role: Role }

/** A signed-in person with the memberships that are valid now. */
export type Actor = {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly iin: string
  /** The address was proved by its link: needed to send. */
  readonly confirmed: boolean
  readonly sessionId: string
  readonly memberships: readonly Membership[]
  readonly organisationIds: readonly string[]
}
