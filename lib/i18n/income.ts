import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Widen } from './widen'

/** The income test with its arithmetic: it informs, and a person decides. */
const kk = {
  title: 'Бір адамға шаққандағы табыс',
  saved: 'Сақталған жауаптар бойынша есептелді.',
  months: (n: number) => `${n} ай`,
  members: (n: number) => `${n} адам`,
  minimum: (year: number, sum: string) => `${year} жылғы ең төменгі күнкөріс деңгейі: ${sum}.`,
  unknown: (year: number) =>
    `${year} жылғы ең төменгі күнкөріс деңгейі платформаға әлі енгізілмеген, сондықтан салыстыра алмаймыз.`,
  below: 'Табыс ең төменгі күнкөріс деңгейінен төмен.',
  notBelow: 'Табыс ең төменгі күнкөріс деңгейінен төмен емес.',
  decides: {
    school: 'Шешімді бұл есеп емес, мектеп қабылдайды.',
    department: 'Шешімді бұл есеп емес, білім бөлімі қабылдайды.',
    akimat: 'Шешімді бұл есеп емес, әкімдік қабылдайды.',
  } satisfies Record<ProviderKind, string>,
  someoneDecides: 'Шешімді бұл есеп емес, қызметкер қабылдайды.',
}

const ru: Widen<typeof kk> = {
  title: 'Доход на одного человека',
  saved: 'Посчитано по сохраненным ответам.',
  months: (n) => `${n} мес.`,
  members: (n) => `${n} чел.`,
  minimum: (year, sum) => `Прожиточный минимум ${year} года: ${sum}.`,
  unknown: (year) =>
    `Прожиточный минимум ${year} года на платформу еще не внесен, поэтому сравнить не с чем.`,
  below: 'Доход ниже прожиточного минимума.',
  notBelow: 'Доход не ниже прожиточного минимума.',
  decides: {
    school: 'Решение принимает школа, а не этот расчет.',
    department: 'Решение принимает отдел образования, а не этот расчет.',
    akimat: 'Решение принимает акимат, а не этот расчет.',
  },
  someoneDecides: 'Решение принимает сотрудник, а не этот расчет.',
}

export const incomeMessages = { kk, ru }
