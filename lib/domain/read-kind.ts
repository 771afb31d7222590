export const READ_KINDS = ['application', 'document', 'paper', 'export'] as const
/** What of an application a member of staff looked at. */
export type ReadKind = (typeof READ_KINDS)[number]
