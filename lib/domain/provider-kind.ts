/** Who may work an application: a school, a district's education department, a rural akim's office. */
export const PROVIDER_KINDS = ['school', 'department', 'akimat'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

/**
 * The parts organisations play in one application. The provider takes it in and signs the result; the
 * sending school of a transfer releases the pupil and reads along. The department is `acting` where nobody of the
 * provider may decide: it works the application, signs with its own BIN and is named as issuer.
 */
export const PARTY_PARTS = ['provider', 'sendingSchool', 'acting'] as const
export type PartyPart = (typeof PARTY_PARTS)[number]

/** Those whose turn a stage may be. */
export const STAGE_PARTS = ['provider', 'sendingSchool'] as const satisfies PartyPart[]
export type StagePart = (typeof STAGE_PARTS)[number]
