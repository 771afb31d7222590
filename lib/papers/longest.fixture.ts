import { slotOfRow } from '@/lib/domain/answers'
import type { Field, FieldKind } from '@/lib/domain/fields'
import { cellFields } from '@/lib/domain/rows'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'

/** How many letters each thing has that people type or that organisations are called. */
export type Lengths = { name: number; text: number; longText: number; organisation: number }

/** What is met in life: names of three long parts, the fullest name of a school, answers of a line. */
export const PLAUSIBLE: Lengths = { name: 50, text: 32, longText: 240, organisation: 170 }
/** What the forms let through, and a name of an organisation that no register has. */
export const LONGEST: Lengths = { name: 100, text: 200, longText: 500, organisation: 250 }

/** Whole words over and over, up to so many letters. */
function filler(letters: number, words: string): string {
  const all = `${words} `.repeat(Math.ceil(letters / words.length))
  return all.slice(0, all.lastIndexOf(' ', letters))
}

export const person = (lengths: Lengths) =>
  filler(
    lengths.name,
    'Құрманғалиева-Сәрсенбаева Ұлжалғас Әбдіғаппарқызы Нұрғалиева Гүлбаһрам Мұхамедқалиқызы',
  )

export const organisation = (lengths: Lengths): Text => ({
  kk: filler(
    lengths.organisation,
    'Солтүстік Қазақстан облысы әкімдігінің білім басқармасы Ғабит Мүсірепов атындағы аудан білім бөлімінің «Жүсіпбек Аймауытов атындағы жалпы білім беретін мектебі» КММ',
  ),
  ru: filler(
    lengths.organisation,
    'КГУ «Общеобразовательная школа имени Жусипбека Аймауытова» отдела образования района имени Габита Мусрепова управления образования акимата Северо-Казахстанской области',
  ),
})

export const ADDRESS: Text = {
  kk: 'Солтүстік Қазақстан облысы, Ғабит Мүсірепов атындағы аудан, Новоишим ауылы, Зейнолла Ысқақов көшесі, 112/3',
  ru: 'Северо-Казахстанская область, район имени Габита Мусрепова, село Новоишимское, улица Зейноллы Искакова, 112/3',
}

const PROVIDER = 'provider'
const NUMBERS = 'Алматы облысы Еңбекшіқазақ ауданының Қырбалтабай ауылы № 118/2027 шешім, 17.08.2027'

const WRITTEN: Readonly<Record<FieldKind, (field: Field, lengths: Lengths) => string>> = {
  personName: (_, lengths) => person(lengths),
  text: (_, { text }) => filler(text, NUMBERS),
  longText: (_, { longText }) => filler(longText, NUMBERS),
  iin: () => '111221600456',
  date: () => '2027-09-28',
  phone: () => '+77012345678',
  email: () => 'gulbahram.mukhamedkalikyzy-nurgalieva@education.kz',
  number: (field) => String(field.max ?? 999_999_999),
  choice: ({ options = [] }) =>
    options.reduce((long, option) => (weight(option.label) > weight(long.label) ? option : long), {
      value: '',
      label: { kk: '', ru: '' },
    }).value,
  organisation: (field) => field.key,
  rows: (field) => rowsOf(field).join(' '),
}

const weight = ({ kk, ru }: Text) => Math.max(kk.length, ru.length)
const rowsOf = ({ rows }: Field) => Array.from({ length: rows?.max ?? 0 }, (_, i) => `row${i}a`)

/** The longest answers to these fields, with all rows of a repeatable block. */
export function longestAnswers(fields: readonly Field[], lengths: Lengths): Record<string, string> {
  const cells = fields.flatMap((field) => rowsOf(field).flatMap((id) => cellFields(field, id)))
  return Object.fromEntries([...fields, ...cells].map((f) => [f.key, WRITTEN[f.kind](f, lengths)]))
}

/** A frozen application that says as much as it can, with a file in every place for one. */
export function longestSnapshot(service: ServiceDefinition, lengths: Lengths): Snapshot {
  const answers = Object.fromEntries(
    service.steps.map((step) => [step.key, longestAnswers(step.fields, lengths)]),
  )
  const fields = service.steps.flatMap((step) => step.fields)
  const name = organisation(lengths)
  const applicant = {
    name: person(lengths),
    iin: '931221400123',
    birthDate: '1993-12-21',
    address: ADDRESS.ru,
    phone: '+77012345678',
    email: 'gulbahram.mukhamedkalikyzy-nurgalieva@education.kz',
  }
  const slots = service.documents.flatMap(({ key, perRow }) => {
    const block = fields.find((field) => perRow?.rows.endsWith(`.${field.key}`))
    return block ? rowsOf(block).map((row) => slotOfRow(key, row)) : [key]
  })
  return {
    service: { slug: service.slug, version: service.version },
    locale: 'kk',
    date: '2027-09-28',
    answers,
    applicant,
    subject: { ...applicant, initials: 'Құ. Ұ. Ә.', birthDate: '2015-12-21', iin: '111221600456' },
    organisation: {
      id: service.organisation.split('.')[1] ?? PROVIDER,
      name,
      address: ADDRESS,
      phone: '+77153521130',
      headName: person(lengths),
    },
    organisations: Object.fromEntries(
      fields.filter(({ kind }) => kind === 'organisation').map(({ key }) => [key, name]),
    ),
    period: '2027-2028',
    attachments: slots.map((slot) => ({
      slot,
      documentId: slot,
      fileName: `${filler(lengths.text - 4, NUMBERS).replaceAll(' ', '_')}.pdf`,
      bytes: 10 * 1024 * 1024,
      sha256: '9f2c4e1ab37d5560c8e1f0a2b4d6983712ac54ef0b91d7e6a35c8f4410d2be97',
    })),
  }
}
