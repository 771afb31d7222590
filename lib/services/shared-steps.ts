import type { Field, Option } from '@/lib/domain/fields'
import type { RequiredDocument, Step } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'

export const GRADES: Option[] = Array.from({ length: 11 }, (_, i) => ({
  value: String(i + 1),
  label: { kk: String(i + 1), ru: String(i + 1) },
}))

export const TEACHING_LANGUAGES: Option[] = [
  { value: 'kk', label: { kk: 'қазақ тілі', ru: 'казахский' } },
  { value: 'ru', label: { kk: 'орыс тілі', ru: 'русский' } },
  { value: 'ug', label: { kk: 'ұйғыр тілі', ru: 'уйгурский' } },
  { value: 'uz', label: { kk: 'өзбек тілі', ru: 'узбекский' } },
  { value: 'tg', label: { kk: 'тәжік тілі', ru: 'таджикский' } },
]

export const YES_NO: Option[] = [
  { value: 'yes', label: { kk: 'Иә', ru: 'Да' } },
  { value: 'no', label: { kk: 'Жоқ', ru: 'Нет' } },
]

/** What every document of every service may be. */
export const FILES: Pick<RequiredDocument, 'types' | 'maxBytes'> = {
  types: ['jpeg', 'png', 'pdf', 'zip', 'doc'],
  maxBytes: 10 * 1024 * 1024,
}

/** The sentence that every statement carries (Law № 88-V, article 5, paragraph 2, subparagraph 12). */
export const CONSENT: Text = {
  kk: 'Ақпараттық жүйелерде қамтылған, заңмен қорғалатын құпияны құрайтын мәліметтерді пайдалануға келісемін.',
  ru: 'Согласен(-а) на использование сведений, составляющих охраняемую законом тайну, содержащихся в информационных системах.',
}

const RESIDENCY: Option[] = [
  { value: 'resident', label: { kk: 'ҚР азаматы (резидент)', ru: 'Гражданин РК (резидент)' } },
  { value: 'nonresident', label: { kk: 'Бейрезидент', ru: 'Нерезидент' } },
  { value: 'stateless', label: { kk: 'Азаматтығы жоқ адам', ru: 'Лицо без гражданства' } },
]

/** What the profile keeps of the applicant, whoever that is. */
const ownFields = (iin: Text, status: Text): Field[] => [
  { key: 'iin', kind: 'iin', profile: 'iin', label: iin },
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
  { key: 'residency', kind: 'choice', profile: 'residency', label: status, options: RESIDENCY },
]

/** The seed's «Сведения о родителе»: everything comes from the profile and is asked only where it is empty. */
export const parentStep: Step = {
  key: 'parent',
  title: { kk: 'Ата-ана туралы мәліметтер', ru: 'Сведения о родителе' },
  fields: [
    ...ownFields(
      { kk: 'Ата-ананың немесе заңды өкілдің ЖСН-і', ru: 'ИИН родителя или законного представителя' },
      { kk: 'Заңды өкілдің мәртебесі', ru: 'Статус законного представителя' },
    ),
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

/** The same of somebody who applies for themself. */
export const selfStep: Step = {
  key: 'self',
  title: { kk: 'Өтініш беруші туралы мәліметтер', ru: 'Сведения о заявителе' },
  fields: ownFields(
    { kk: 'Өтініш берушінің ЖСН-і', ru: 'ИИН заявителя' },
    { kk: 'Өтініш берушінің мәртебесі', ru: 'Статус заявителя' },
  ),
}
