/** `npm run test:long` runs the named sizes; `npm test` a fiftieth of them, so that it stays within its minutes. */
export const isLong: boolean = process.env.TEST_SIZE === 'long'

export const sized = (named: number): number => (isLong ? named : Math.ceil(named / 50))

/** What a test that goes through sizes may take. */
export const sizedTimeout: number = isLong ? 60 * 60_000 : 10 * 60_000
