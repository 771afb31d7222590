import { documentOfSlot } from '@/lib/domain/answers'
import { resultPaper } from '@/lib/domain/paper-kind'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText } from '@/lib/domain/placeholders'
import { readSections } from '@/lib/domain/read-view'
import type { ServiceDefinition, Stage } from '@/lib/domain/service'
import { organisationNames } from '@/lib/domain/snapshot'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'
import { headPost, paperTexts } from '@/lib/i18n/papers'
import { renderCertificate } from './certificate'
import {
  ADDRESS,
  type Lengths,
  longestAnswers,
  longestSnapshot,
  organisation,
  person,
} from './longest.fixture'
import { renderNotification } from './notification'
import { renderOrder } from './order'
import type { Issuer } from './paper'
import { renderReceipt } from './receipt'
import { codes, eds } from './samples.fixture'
import { renderStatement } from './statement'

/** A paper of a service: what it is, the sentences it has to say, and how it is printed. */
export type ServicePaper = {
  name: string
  /** Meant to be one page, and a second sheet of codes where they find no room on it. */
  onePage: boolean
  hasCodes: boolean
  texts: readonly string[]
  render: () => Promise<Uint8Array>
}

const DATE = '2027-09-28'
const NUMBER = 144007
const PLACE: Text = {
  kk: 'Ғабит Мүсірепов атындағы аудан',
  ru: 'район имени Габита Мусрепова',
}
const check = { url: 'https://e.bilimal.kz/v/K7QM3X9R2DTB5WZA', code: 'K7QM3X9R2DTB5WZA' }
const both = (texts: readonly Text[]) => texts.flatMap(({ kk, ru }) => [kk, ru])

/** Every paper that an application for this service may bring, with answers of these lengths. */
export function servicePapers(service: ServiceDefinition, lengths: Lengths): ServicePaper[] {
  const snapshot = longestSnapshot(service, lengths)
  const stages = service.stages ?? []
  const { result } = service
  const order = { number: '1187', date: DATE }
  const values = paperValues(service, snapshot, {
    number: NUMBER,
    order,
    result: longestAnswers(result.fields, lengths),
    stages: Object.fromEntries(stages.map((stage) => [stage.key, longestAnswers(stage.fields, lengths)])),
  })
  const fill = (text: Text) => fillText(text, values)
  const kind = service.providerKinds.at(-1) ?? 'school'
  const issuer: Issuer = { kind, name: organisation(lengths), address: ADDRESS, phone: '+77153521130' }
  const common = { issuer, date: DATE, place: PLACE, applicationNumber: NUMBER, check } as const
  const signedAs = { ...eds, signerName: person(lengths), isHead: false }
  const signer = { post: headPost(kind), name: person(lengths) }
  const head = { signedAs, signer }

  const said = { title: fill(result.paper.title), body: result.paper.body.map(fill) }
  const preamble = result.paper.preamble && fill(result.paper.preamble)
  const register = resultPaper(result.kind)
  const resultOf = (): ServicePaper => ({
    name: register,
    onePage: true,
    hasCodes: register !== 'order',
    texts: both([said.title, ...(preamble ? [preamble] : []), ...said.body]),
    render: () =>
      register === 'order'
        ? renderOrder({
            ...common,
            ...head,
            number: order.number,
            title: said.title,
            preamble: preamble ?? said.title,
            points: said.body,
          })
        : renderCertificate({
            ...common,
            ...said,
            kind: register,
            number: order.number,
            signedAs,
            codes,
            signer,
          }),
  })
  const letters = result.notification ? [result.notification] : []
  const notificationOf = (letter: (typeof letters)[number]): ServicePaper => {
    const texts = {
      title: fill(letter.title),
      body: letter.body.map(fill),
      invitation: fill(letter.invitation),
    }
    const addressee = { name: person(lengths), address: ADDRESS.ru }
    return {
      name: 'notification',
      onePage: true,
      hasCodes: true,
      texts: both([texts.title, ...texts.body, texts.invitation]),
      render: () => renderNotification({ ...common, ...texts, addressee, order, ...head, codes }),
    }
  }
  const stageOf = (paper: NonNullable<Stage['paper']>): ServicePaper => {
    const texts = { title: fill(paper.title), body: paper.body.map(fill) }
    const signer = { post: paperTexts.clerk, name: person(lengths) }
    const number = `${NUMBER}-Т`
    return {
      name: `${paper.kind} of a stage`,
      onePage: true,
      hasCodes: false,
      texts: both([texts.title, ...texts.body]),
      render: () =>
        renderCertificate({ ...common, ...texts, kind: paper.kind, number, signedAs: 'unsigned', signer }),
    }
  }
  const titleOf = (slot: string) => documentOfSlot(service, slot)?.title ?? service.statement.title
  const receipt: ServicePaper = {
    name: 'receipt',
    onePage: false,
    hasCodes: false,
    texts: both([service.officialName, ...snapshot.attachments.map(({ slot }) => titleOf(slot))]),
    render: () =>
      renderReceipt({
        ...common,
        number: `${NUMBER}-Р`,
        applicantName: person(lengths),
        subjectName: person(lengths),
        service: service.officialName,
        documents: [service.statement.title, ...snapshot.attachments.map(({ slot }) => titleOf(slot))],
        acceptedBy: person(lengths),
        answerDue: DATE,
      }),
  }
  const statementIn = (locale: Locale): ServicePaper => {
    const body = service.statement.body.map((paragraph) => fill(paragraph)[locale])
    const sections = readSections(service, snapshot.answers, locale, organisationNames(snapshot))
    return {
      name: `statement in ${locale}`,
      onePage: false,
      hasCodes: false,
      texts: [...body, ...sections.flatMap(({ rows }) => rows.flatMap(({ label, value }) => [label, value]))],
      render: () =>
        renderStatement({
          ...snapshot,
          locale,
          number: NUMBER,
          revision: 2,
          mark: 'K7QM',
          addressee: { kind, organisation: issuer.name[locale], head: person(lengths) },
          title: service.statement.title[locale],
          body,
          sections,
          attachments: snapshot.attachments.map((file) => ({ ...file, title: titleOf(file.slot)[locale] })),
        }),
    }
  }
  return [
    ...LOCALES.map(statementIn),
    receipt,
    ...stages.flatMap(({ paper }) => (paper ? [stageOf(paper)] : [])),
    resultOf(),
    ...letters.map(notificationOf),
  ]
}
