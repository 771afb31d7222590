import type { Option } from '@/lib/domain/fields'
import type { Step } from '@/lib/domain/service'

export const GRADES: Option[] = Array.from({ length: 11 }, (_, i) => ({
  value: String(i + 1),
  label: { kk: String(i + 1), ru: String(i + 1) },
}))

/** The seed's «Сведения о родителе»: everything comes from the profile and is asked only where it is empty. */
export const parentStep: Step = {
  key: 'parent',
  title: { kk: 'Ата-ана туралы мәліметтер', ru: 'Сведения о родителе' },
  fields: [
    {
      key: 'iin',
      kind: 'iin',
      profile: 'iin',
      label: { kk: 'Ата-ананың немесе заңды өкілдің ЖСН-і', ru: 'ИИН родителя или законного представителя' },
    },
    { key: 'familyName', kind: 'personName', profile: 'familyName', label: { kk: 'Тегі', ru: 'Фамилия' } },
    { key: 'givenName', kind: 'personName', profile: 'givenName', label: { kk: 'Аты', ru: 'Имя' } },
    {
      key: 'patronymic',
      kind: 'personName',
      profile: 'patronymic',
      optional: true,
      label: { kk: 'Әкесінің аты (бар болса)', ru: 'Отчество (при наличии)' },
    },
    {
      key: 'birthDate',
      kind: 'date',
      profile: 'birthDate',
      past: true,
      label: { kk: 'Туған күні', ru: 'Дата рождения' },
    },
    {
      key: 'email',
      kind: 'email',
      profile: 'email',
      label: { kk: 'Электрондық пошта мекенжайы', ru: 'Адрес электронной почты' },
    },
    {
      key: 'phone',
      kind: 'phone',
      profile: 'phone',
      label: { kk: 'Байланыс телефоны', ru: 'Контактный телефон' },
    },
    {
      key: 'address',
      kind: 'longText',
      profile: 'address',
      label: { kk: 'Тұрғылықты мекенжайы', ru: 'Адрес проживания' },
      hint: {
        kk: 'Облыс, аудан, елді мекен, көше, үй, пәтер',
        ru: 'Область, район, населенный пункт, улица, дом, квартира',
      },
    },
    {
      key: 'residency',
      kind: 'choice',
      profile: 'residency',
      label: { kk: 'Заңды өкілдің мәртебесі', ru: 'Статус законного представителя' },
      options: [
        { value: 'resident', label: { kk: 'ҚР азаматы (резидент)', ru: 'Гражданин РК (резидент)' } },
        { value: 'nonresident', label: { kk: 'Бейрезидент', ru: 'Нерезидент' } },
        { value: 'stateless', label: { kk: 'Азаматтығы жоқ адам', ru: 'Лицо без гражданства' } },
      ],
    },
    {
      key: 'relation',
      kind: 'choice',
      profile: 'relation',
      label: { kk: 'Заңды өкіл', ru: 'Законный представитель' },
      options: [
        { value: 'mother', label: { kk: 'Анасы', ru: 'Мать' } },
        { value: 'father', label: { kk: 'Әкесі', ru: 'Отец' } },
        { value: 'guardian', label: { kk: 'Қорғаншы (қамқоршы)', ru: 'Опекун (попечитель)' } },
        { value: 'adopter', label: { kk: 'Асырап алушы', ru: 'Усыновитель' } },
        { value: 'foster', label: { kk: 'Патронат тәрбиеші', ru: 'Патронатный воспитатель' } },
      ],
    },
  ],
}

export const childStep: Step = {
  key: 'child',
  title: { kk: 'Бала туралы мәліметтер', ru: 'Сведения о ребенке' },
  fields: [
    { key: 'iin', kind: 'iin', label: { kk: 'Баланың ЖСН-і', ru: 'ИИН ребенка' } },
    { key: 'familyName', kind: 'personName', label: { kk: 'Баланың тегі', ru: 'Фамилия ребенка' } },
    { key: 'givenName', kind: 'personName', label: { kk: 'Баланың аты', ru: 'Имя ребенка' } },
    {
      key: 'patronymic',
      kind: 'personName',
      optional: true,
      label: { kk: 'Әкесінің аты (бар болса)', ru: 'Отчество (при наличии)' },
    },
    {
      key: 'birthDate',
      kind: 'date',
      past: true,
      label: { kk: 'Туған күні', ru: 'Дата рождения' },
      hint: { kk: 'Күні, айы, жылы, мысалы 20 05 2015', ru: 'День, месяц, год, например 20 05 2015' },
    },
    {
      key: 'sex',
      kind: 'choice',
      label: { kk: 'Жынысы', ru: 'Пол' },
      options: [
        { value: 'male', label: { kk: 'Ер', ru: 'Мужской' } },
        { value: 'female', label: { kk: 'Әйел', ru: 'Женский' } },
      ],
    },
    {
      key: 'birthCertificate',
      kind: 'text',
      optional: true,
      label: { kk: 'Туу туралы куәліктің нөмірі', ru: '№ свидетельства о рождении' },
    },
  ],
}
