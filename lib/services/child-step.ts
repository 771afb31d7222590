import type { Field } from '@/lib/domain/fields'
import type { RequiredDocument, ServiceDefinition, Step } from '@/lib/domain/service'
import { FILES, YES_NO } from './shared-steps'

/** «Семья» fills it in where the child is kept there; the draft's own from then on. */
export const childStep: Step = {
  key: 'child',
  title: { kk: 'Бала туралы мәліметтер', ru: 'Сведения о ребенке' },
  fields: [
    { key: 'iin', kind: 'iin', family: 'iin', label: { kk: 'Баланың ЖСН-і', ru: 'ИИН ребенка' } },
    {
      key: 'familyName',
      kind: 'personName',
      family: 'familyName',
      label: { kk: 'Баланың тегі', ru: 'Фамилия ребенка' },
    },
    {
      key: 'givenName',
      kind: 'personName',
      family: 'givenName',
      label: { kk: 'Баланың аты', ru: 'Имя ребенка' },
    },
    {
      key: 'patronymic',
      kind: 'personName',
      family: 'patronymic',
      optional: true,
      label: { kk: 'Әкесінің аты (бар болса)', ru: 'Отчество (при наличии)' },
    },
    {
      key: 'birthDate',
      kind: 'date',
      family: 'birthDate',
      past: true,
      label: { kk: 'Туған күні', ru: 'Дата рождения' },
      hint: { kk: 'Күні, айы, жылы, мысалы 20 05 2015', ru: 'День, месяц, год, например 20 05 2015' },
    },
    {
      key: 'sex',
      kind: 'choice',
      family: 'sex',
      label: { kk: 'Жынысы', ru: 'Пол' },
      options: [
        { value: 'male', label: { kk: 'Ер', ru: 'Мужской' } },
        { value: 'female', label: { kk: 'Әйел', ru: 'Женский' } },
      ],
    },
    {
      key: 'birthCertificate',
      kind: 'text',
      family: 'birthCertificate',
      optional: true,
      label: { kk: 'Туу туралы куәліктің нөмірі', ru: '№ свидетельства о рождении' },
    },
  ],
}

/** The person a service is for, where `childStep` asks about them. */
export const CHILD: ServiceDefinition['subject'] = {
  iin: 'child.iin',
  familyName: 'child.familyName',
  givenName: 'child.givenName',
  patronymic: 'child.patronymic',
  birthDate: 'child.birthDate',
  sex: 'child.sex',
}

/**
 * The register of births holds what was issued in Kazakhstan since 13 August 2007; every pupil of today was
 * born later, so that only a birth abroad needs a copy.
 */
export const BORN_ELSEWHERE: Field = {
  key: 'bornElsewhere',
  kind: 'choice',
  label: {
    kk: 'Бала Қазақстаннан тыс жерде туған ба?',
    ru: 'Ребенок родился за пределами Казахстана?',
  },
  hint: {
    kk: 'Мұндай баланың туу туралы куәлігі мемлекеттік ақпараттық жүйелерде болмауы мүмкін. «Иә» десеңіз, оны тіркейсіз.',
    ru: 'Свидетельства о рождении такого ребенка может не быть в государственных информационных системах. Если «Да», вы его приложите.',
  },
  options: YES_NO,
}

/** The birth certificate, where the answer at `path` (`step.bornElsewhere`) says that no register holds it. */
export function birthCertificateWhen(path: string): RequiredDocument {
  return {
    key: 'birthCertificate',
    title: { kk: 'Баланың туу туралы куәлігі', ru: 'Свидетельство о рождении ребенка' },
    requiredWhen: { field: path, in: ['yes'] },
    keptAs: 'birthCertificate',
    ...FILES,
  }
}
