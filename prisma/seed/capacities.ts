export type Seats = {
  /** A key of `ORGANISATIONS`. */
  organisation: string
  /** The language of teaching. */
  variant: 'kk' | 'ru'
  seats: number
}

/** Places in the first class of the demo's schools; two are so few that the waiting list can be seen. */
export const FIRST_GRADE_SEATS: readonly Seats[] = [
  { organisation: 'temirtau-5', variant: 'kk', seats: 50 },
  { organisation: 'temirtau-5', variant: 'ru', seats: 2 },
  { organisation: 'temirtau-38', variant: 'kk', seats: 25 },
  { organisation: 'temirtau-38', variant: 'ru', seats: 50 },
  { organisation: 'temirtau-41', variant: 'kk', seats: 25 },
  { organisation: 'temirtau-41', variant: 'ru', seats: 25 },
  { organisation: 'karaganda-205', variant: 'kk', seats: 75 },
  { organisation: 'karaganda-205', variant: 'ru', seats: 50 },
  { organisation: 'karkaraly-besterek', variant: 'kk', seats: 12 },
  { organisation: 'almaty-305', variant: 'kk', seats: 75 },
  { organisation: 'almaty-305', variant: 'ru', seats: 75 },
]
