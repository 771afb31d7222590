import { View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { formatPhone } from '@/lib/domain/phone'
import type { Locale } from '@/lib/domain/text'
import { paperPhrases } from '@/lib/i18n/papers'
import type { StatementPaper } from '../paper'
import { each } from './each'
import { INK, LINE, LINE_SOFT, type } from './theme'
import { Words } from './words'

// A row taller than this may be split between pages; a shorter one stays whole.
const LONG_VALUE = 1200

/** «1,4 МБ»; both languages write the comma. */
export function fileSize(bytes: number, units: readonly [kilo: string, mega: string]): string {
  const [kilo, mega] = units
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))}\u00a0${kilo}`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')}\u00a0${mega}`
}

/** To whom and from whom, in the upper right. */
export function Addressee({ paper }: { paper: StatementPaper }) {
  const { addressee, contact } = paperPhrases[paper.locale]
  const { kind, organisation, head } = paper.addressee
  const { name, iin, address, phone, email } = paper.applicant
  const post = addressee.head[kind]
  const lines = addressee.headFirst ? [post, organisation] : [organisation, post]
  return (
    <View style={{ marginLeft: '75mm', gap: '3mm' }}>
      <View>
        {each([...lines, head], (line) => (
          <Words style={type.body}>{line}</Words>
        ))}
      </View>
      <View>
        <Words style={type.label}>{`${addressee.from}:`}</Words>
        <Words style={[type.body, { fontWeight: 700 }]}>{name}</Words>
        {each(
          [
            `${addressee.iin} ${iin}`,
            `${contact.address}: ${address}`,
            `${contact.phone}: ${formatPhone(phone)}`,
            // Whoever applied on paper may have none.
            ...(email ? [`${contact.email}: ${email}`] : []),
          ],
          (line) => (
            <Words style={[type.body, { fontSize: 11 }]}>{line}</Words>
          ),
        )}
      </View>
    </View>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <View
      minPresenceAhead={50}
      style={{ marginTop: '5mm', paddingBottom: '1mm', borderBottomWidth: 1, borderBottomColor: LINE }}
    >
      <Words style={type.heading}>{children}</Words>
    </View>
  )
}

const row = { paddingVertical: '1.1mm', borderBottomWidth: 0.5, borderBottomColor: LINE_SOFT } as const

/** The answers of one step. */
export function AnswerTable({ section }: { section: StatementPaper['sections'][number] }) {
  return (
    <>
      <Heading>{section.title}</Heading>
      {each(section.rows, ({ label, value }) => (
        <View
          wrap={label.length + value.length > LONG_VALUE}
          style={[row, { flexDirection: 'row', gap: '5mm' }]}
        >
          <Words style={[type.body, { width: '58mm', fontSize: 11 }]}>{label}</Words>
          <Words style={[type.body, { flex: 1, fontSize: 11 }]}>{value}</Words>
        </View>
      ))}
    </>
  )
}

/** The files the signature covers, each tied to its bytes by SHA-256; `children` stay with the last one. */
export function AttachmentList({
  attachments,
  locale,
  children,
}: {
  attachments: StatementPaper['attachments']
  locale: Locale
  children: ReactNode
}) {
  const say = paperPhrases[locale]
  return (
    <>
      <Heading>{say.attachments}</Heading>
      {each(attachments, (file, i) => (
        <View wrap={false}>
          <View style={row}>
            <Words style={[type.body, { fontSize: 11 }]}>{`${i + 1}. ${file.title}`}</Words>
            <Words style={type.label}>{`${file.fileName}, ${fileSize(file.bytes, say.bytes)}`}</Words>
            <Words style={[type.label, { fontSize: 8, letterSpacing: 0.3 }]}>
              {`SHA-256: ${file.sha256}`}
            </Words>
          </View>
          {i === attachments.length - 1 && children}
        </View>
      ))}
    </>
  )
}

function Blank({ caption, width }: { caption: string; width: string }) {
  return (
    <View style={{ width, borderTopWidth: 0.7, borderTopColor: INK }}>
      <Words style={[type.small, { textAlign: 'center' }]}>{caption}</Words>
    </View>
  )
}

/** Room for the hand: date, signature, and whose it is. */
export function SignatureLine({ name, locale }: { name: string; locale: Locale }) {
  const { sign } = paperPhrases[locale]
  return (
    <View wrap={false} style={{ marginTop: '16mm' }}>
      <View style={{ flexDirection: 'row', gap: '7mm', alignItems: 'flex-start' }}>
        <Blank caption={sign.date} width="38mm" />
        <Blank caption={sign.signature} width="48mm" />
        <View style={{ flex: 1, marginTop: '-5.2mm' }}>
          <Words style={type.body}>{name}</Words>
        </View>
      </View>
      <Words style={[type.small, { marginTop: '4mm' }]}>{sign.hint}</Words>
    </View>
  )
}
