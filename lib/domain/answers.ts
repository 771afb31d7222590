import { checkFields, type FieldFault } from './check-field'
import { ageOn, type DateOnly, isDateOnly } from './dates'
import type { Condition, Field, ProfileKey } from './fields'
import { iinMismatch, parseIin } from './iin'
import { cellKey, readRows } from './rows'
import type { RequiredDocument, ServiceDefinition, Step } from './service'
import type { Text } from './text'

/**
 * Answers by step and field; '' is "not answered", and what is hidden is not there at all. A date not yet
 * whole is kept as typed: `day|month|year`. Rows: see `rows.ts`.
 */
export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>
export type ProfileValues = Readonly<Record<ProfileKey, string>>

/** When answers are judged: the day, and the period of the application (for a year's intake: «2027»). */
export type Moment = { today: DateOnly; period: string }

export function answerAt(answers: Answers, path: string): string {
  const [step = '', field = ''] = path.split('.')
  return answers[step]?.[field] ?? ''
}

export function holds(condition: Condition | undefined, answers: Answers): boolean {
  return !condition || condition.in.includes(answerAt(answers, condition.field))
}

/** The steps that these answers call for. */
export function visibleSteps(service: Pick<ServiceDefinition, 'steps'>, answers: Answers): Step[] {
  return service.steps.filter((step) => holds(step.showWhen, answers))
}

/** The questions of a step that these answers call for; none when the step itself is hidden. */
export function visibleFields(step: Step, answers: Answers): readonly Field[] {
  if (!holds(step.showWhen, answers)) return []
  return step.fields.filter((field) => holds(field.showWhen, answers))
}

/**
 * The answers without those to questions that are hidden now, of rows that are gone, and of no field at
 * all. Conditions look back only, so one pass from the first question on settles it.
 */
export function withoutHidden(service: ServiceDefinition, answers: Answers): Answers {
  let kept: Answers = {}
  for (const step of service.steps) {
    if (!holds(step.showWhen, kept)) continue
    for (const field of step.fields) {
      if (!holds(field.showWhen, kept)) continue
      kept = { ...kept, [step.key]: { ...kept[step.key], ...ownAnswers(field, answers[step.key] ?? {}) } }
    }
  }
  return kept
}

/** What of a step's answers belongs to one field: its own value, or its list with all cells. */
export function ownAnswers(field: Field, answers: Readonly<Record<string, string>>): Record<string, string> {
  const own = { [field.key]: answers[field.key] ?? '' }
  if (!field.rows) return own
  for (const { id, values } of readRows(field, answers))
    for (const [column, value] of Object.entries(values)) own[cellKey(field, id, column)] = value
  return own
}

/** The answers with the profile's values in the fields that are bound to it; hidden ones are left out. */
export function withProfile(service: ServiceDefinition, answers: Answers, profile: ProfileValues): Answers {
  const filled = Object.fromEntries(
    service.steps.map((step) => {
      const bound = step.fields.flatMap(({ key, profile: name }) => (name ? [[key, profile[name]]] : []))
      return [step.key, { ...answers[step.key], ...Object.fromEntries(bound) }]
    }),
  )
  return withoutHidden(service, filled)
}

/** The applicant applies for themself: there is no child block, and the person is the profile's. */
export function isForSelf(service: ServiceDefinition, answers: Answers): boolean {
  if (service.applicant === 'self') return true
  return service.selfWhen !== undefined && holds(service.selfWhen, answers)
}

/** One place for a file: a document of the definition, or that document of one row. */
export type NeededDocument = RequiredDocument & {
  required: boolean
  /** The document of the definition; `key` is the slot, which also names the row. */
  document: string
  /** What the row is called, such as the name of the family member; '' elsewhere. */
  of: string
}

export function slotOfRow(document: string, row: string): string {
  return `${document}.${row}`
}

const SLOT = /^([A-Za-z0-9]+)(?:\.([a-z0-9]{4,12}))?$/

/** The document of the definition that a slot is for; a slot of a row names one row and nothing more. */
export function documentOfSlot(
  service: Pick<ServiceDefinition, 'documents'>,
  slot: string,
): RequiredDocument | null {
  const [, key, row] = SLOT.exec(slot) ?? []
  const document = service.documents.find((d) => d.key === key)
  return document && (document.perRow !== undefined) === (row !== undefined) ? document : null
}

/** The documents of a service as these answers need them. */
export function neededDocuments(service: ServiceDefinition, answers: Answers): NeededDocument[] {
  return service.documents.flatMap((document) => {
    const { requiredWhen, perRow, key } = document
    if (typeof requiredWhen === 'object' && !holds(requiredWhen, answers)) return []
    const needed = { ...document, document: key, required: requiredWhen !== 'optional', of: '' }
    if (!perRow) return [needed]
    const [stepKey = '', fieldKey = ''] = perRow.rows.split('.')
    const field = service.steps.find((s) => s.key === stepKey)?.fields.find((f) => f.key === fieldKey)
    if (!field) return []
    return readRows(field, answers[stepKey] ?? {})
      .filter(({ values }) => !perRow.when || perRow.when.in.includes(values[perRow.when.column] ?? ''))
      .map(({ id, values }) => ({ ...needed, key: slotOfRow(key, id), of: values[perRow.name] ?? '' }))
  })
}

/** What a place for a file is called: of a row, with the row's own name. */
export function documentTitle({ title, of }: Pick<NeededDocument, 'title' | 'of'>): Text {
  return of ? { kk: `${title.kk}: ${of}`, ru: `${title.ru}: ${of}` } : title
}

/** The faults of one step, its fields seen together with all answers (for conditions). */
export function checkStep(
  service: ServiceDefinition,
  step: Step,
  answers: Answers,
  moment: Moment,
): { values: Record<string, string>; faults: FieldFault[] } {
  const result = checkFields(visibleFields(step, answers), answers[step.key] ?? {}, moment.today)
  const fieldOf = (path: string | undefined) => {
    const [at, field] = path?.split('.') ?? []
    return at === step.key && field !== undefined && field in result.values ? field : null
  }
  const complain = (field: string, fault: FieldFault['fault']) => {
    if (!result.faults.some((f) => f.field === field)) result.faults.push({ field, fault })
  }
  const applicant = applicantIin(service, answers)
  const iin = fieldOf(service.subject?.iin)
  if (iin && applicant !== '' && result.values[iin] === applicant) complain(iin, 'iinOfApplicant')
  const birth = fieldOf(service.subject?.birthDate)
  if (birth && isTooYoung(service, result.values[birth] ?? '', moment)) complain(birth, 'tooYoung')
  const who = fieldOf(service.selfWhen?.field)
  if (who && isForSelf(service, answers) && isUnder16(applicant, moment.today)) complain(who, 'selfTooYoung')
  for (const other of Object.values(service.parties ?? {})) {
    const field = fieldOf(other)
    const chosen = answerAt(answers, service.organisation)
    if (field && chosen !== '' && result.values[field] === chosen) complain(field, 'sameOrganisation')
  }
  return result
}

/** The age that the definition asks for is reached by the last day of the intake's year. */
function isTooYoung({ age }: ServiceDefinition, birthDate: string, { today, period }: Moment): boolean {
  if (!age || !isDateOnly(birthDate)) return false
  const year = /^\d{4}$/.test(period) ? period : today.slice(0, 4)
  return ageOn(birthDate, `${year}-12-31`) < age.years
}

/** From sixteen on one has an identity card and applies alone (Digital Code, art. 60: EDS from 16). */
function isUnder16(iin: string, today: DateOnly): boolean {
  const reading = parseIin(iin, today)
  return reading.ok && reading.birthDate !== null && ageOn(reading.birthDate, today) < 16
}

/** '' while the profile has none. */
export function applicantIin(service: ServiceDefinition, answers: Answers): string {
  for (const step of service.steps)
    for (const field of step.fields) {
      const value = field.profile === 'iin' ? answers[step.key]?.[field.key] : undefined
      if (value) return value
    }
  return ''
}

/** IIN of the person the application is for; '' while it is not known. */
export function subjectIin(service: ServiceDefinition, answers: Answers): string {
  if (isForSelf(service, answers)) return applicantIin(service, answers)
  return service.subject ? answerAt(answers, service.subject.iin) : ''
}

/** Soft warning, never an error by law: the IIN's digits do not agree with the stated birth date or sex. */
export function subjectMismatch(
  service: ServiceDefinition,
  answers: Answers,
  today: DateOnly,
): ('birthDate' | 'sex')[] {
  if (!service.subject || isForSelf(service, answers)) return []
  const sex = answerAt(answers, service.subject.sex)
  const birthDate = answerAt(answers, service.subject.birthDate)
  return iinMismatch(
    answerAt(answers, service.subject.iin),
    {
      ...(isDateOnly(birthDate) ? { birthDate } : {}),
      ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    },
    today,
  )
}

/** Whether two sets say the same; a blank answer is none. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  const lines = (answers: Answers) =>
    Object.entries(answers)
      .flatMap(([step, fields]) => Object.entries(fields).map(([key, value]) => [`${step}.${key}`, value]))
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `${key}=${value}`)
      .sort()
  return lines(a).join('\n') === lines(b).join('\n')
}
