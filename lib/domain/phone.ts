// Kazakhstan holds +7 0, +7 6 and +7 7 of the common zone; ten digits follow the 7 of the country. The
// operator is never inferred: numbers move between operators.
const E164 = /^\+7[067]\d{9}$/

/**
 * A Kazakhstan number, mobile or landline, as typed (`+7`, `8`, `7` or nothing before the ten digits, any
 * punctuation) in E.164: `+77011234567`. Null when it is not one.
 */
export function parsePhone(raw: string): string | null {
  if (/\p{L}/u.test(raw)) return null
  const plus = /^\D*\+/.test(raw)
  const digits = raw.replace(/\D/g, '')
  // After a plus the country is spoken out: «+7 701 234 56 7» lacks a digit and is not 770 123 45 67.
  const national = plus ? /^7(\d{10})$/.exec(digits)?.[1] : /^[78]?(\d{10})$/.exec(digits)?.[1]
  const phone = `+7${national ?? ''}`
  return E164.test(phone) ? phone : null
}

/** «+7 (701) 123-45-67»; what is not a stored number comes back as it is. */
export function formatPhone(e164: string): string {
  if (!E164.test(e164)) return e164
  return e164.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 ($1) $2-$3-$4')
}
