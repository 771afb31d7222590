import type { Option } from '@/lib/domain/fields'
import type { RequiredDocument, ServiceDefinition, Step } from '@/lib/domain/service'
import { FILES } from './shared-steps'

const RELATIONS: Option[] = [
  { value: 'child', label: { kk: 'Баланың өзі', ru: 'Сам ребенок' } },
  { value: 'mother', label: { kk: 'Анасы', ru: 'Мать' } },
  { value: 'father', label: { kk: 'Әкесі', ru: 'Отец' } },
  { value: 'adopter', label: { kk: 'Асырап алушы', ru: 'Усыновитель' } },
  { value: 'guardian', label: { kk: 'Қорғаншы (қамқоршы)', ru: 'Опекун (попечитель)' } },
  {
    value: 'sibling',
    label: { kk: 'Бауыры (ағасы, інісі, әпкесі, қарындасы, сіңлісі)', ru: 'Брат или сестра' },
  },
  { value: 'other', label: { kk: 'Отбасының басқа мүшесі', ru: 'Другой член семьи' } },
]

const SOURCES: Option[] = [
  { value: 'salary', label: { kk: 'Жалақы', ru: 'Заработная плата' } },
  {
    value: 'business',
    label: { kk: 'Кәсіпкерлік немесе өзге де қызмет', ru: 'Предпринимательская или другая деятельность' },
  },
  { value: 'alimony', label: { kk: 'Алимент', ru: 'Алименты' } },
  {
    value: 'benefit',
    label: { kk: 'Зейнетақы, жәрдемақы немесе стипендия', ru: 'Пенсия, пособие или стипендия' },
  },
  { value: 'none', label: { kk: 'Табысы жоқ', ru: 'Дохода нет' } },
]

/** Who counts as family, and since when income counts: Government decree of 25.01.2008 № 64. */
export const familyIncomeStep: Step = {
  key: 'family',
  title: { kk: 'Отбасы құрамы және табысы', ru: 'Состав семьи и доходы' },
  showWhen: { field: 'category.category', in: ['lowIncome'] },
  intro: {
    kk: 'Баланы, ата-анасын (асырап алушыларын) және олардың асырауындағы 18 жасқа толмаған барлық балаларды көрсетіңіз. Табыс жыл басынан бастап өтінім берілген айды қоса алғандағы кезең үшін есептеледі: жиынтық табыс осы кезеңдегі айлардың санына және отбасы мүшелерінің санына бөлініп, ең төменгі күнкөріс деңгейімен салыстырылады. Бұл есеп мәлімет үшін ғана көрсетіледі, шешімді қызметкер қабылдайды.',
    ru: 'Укажите ребенка, его родителей (усыновителей) и всех детей до 18 лет на их иждивении. Доход считают с начала года по месяц подачи заявки включительно: общую сумму делят на число этих месяцев и на число членов семьи и сравнивают с прожиточным минимумом. Расчет дается для сведения, решение принимает сотрудник.',
  },
  fields: [
    {
      key: 'members',
      kind: 'rows',
      label: { kk: 'Отбасы мүшесі', ru: 'Член семьи' },
      rows: {
        min: 2,
        max: 20,
        add: { kk: 'Отбасы мүшесін қосу', ru: 'Добавить члена семьи' },
        columns: [
          {
            key: 'name',
            kind: 'personName',
            label: { kk: 'Тегі, аты, әкесінің аты (бар болса)', ru: 'Фамилия, имя, отчество (при наличии)' },
          },
          {
            key: 'relation',
            kind: 'choice',
            label: { kk: 'Балаға кім болып келеді', ru: 'Кем приходится ребенку' },
            options: RELATIONS,
          },
          {
            key: 'source',
            kind: 'choice',
            label: { kk: 'Негізгі табыс көзі', ru: 'Основной источник дохода' },
            options: SOURCES,
          },
          {
            key: 'income',
            kind: 'number',
            label: { kk: 'Жыл басынан бергі табысы', ru: 'Доход с начала года' },
            hint: {
              kk: '1 қаңтардан бергі барлық табыстың сомасы; табысы болмаса, 0 деп жазыңыз',
              ru: 'Сумма всех доходов с 1 января; если дохода нет, напишите 0',
            },
            min: 0,
            max: 1_000_000_000,
            unit: { kk: '₸', ru: '₸' },
          },
        ],
      },
    },
  ],
}

export const FAMILY_INCOME_TEST: NonNullable<ServiceDefinition['incomeTest']> = {
  rows: 'family.members',
  income: 'income',
}

/** Pensions, benefits and scholarships are paid by the state, whose systems hold them (Law № 88-V, article 5). */
export const incomeDocument: RequiredDocument = {
  key: 'income',
  title: { kk: 'Табысы туралы құжат', ru: 'Документ о доходах' },
  hint: {
    kk: 'Жалақы, кәсіпкерлік немесе өзге де қызметтен түскен табыс не алимент туралы анықтама. Зейнетақы, жәрдемақы және стипендия үшін құжат қажет емес.',
    ru: 'Справка о зарплате, о доходе от предпринимательской или другой деятельности либо об алиментах. Для пенсии, пособия и стипендии документ не нужен.',
  },
  perRow: {
    rows: FAMILY_INCOME_TEST.rows,
    name: 'name',
    when: { column: 'source', in: ['salary', 'business', 'alimony'] },
  },
  ...FILES,
}
