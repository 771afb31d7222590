import type { Fault, FieldFault } from '@/lib/domain/answers'
import type { Field } from '@/lib/domain/fields'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import type { Widen } from './widen'

/** Why an answer was not taken: each sentence says what to do, and stands by itself in the summary. */
const kk = {
  fill: (label: string) => `«${label}»: жауабын жазыңыз`,
  pick: (label: string) => `«${label}»: біреуін таңдаңыз`,
  date: (label: string) => `«${label}»: күнін, айын және жылын жазыңыз`,
  faults: {
    personName: (label: string) =>
      `«${label}»: құжаттағыдай, тек әріппен жазыңыз. Бос орын, сызықша және дәйекше қоюға болады`,
    tooLong: (label: string) => `«${label}»: мәтін тым ұзақ, қысқартып жазыңыз`,
    iinLength: (label: string) => `«${label}»: 12 цифр болуы керек, цифрларын санап шығыңыз`,
    iinDate: (label: string) =>
      `«${label}»: алғашқы алты цифры туған күнді білдіреді, бірақ мұндай күн жоқ. Құжатпен салыстырыңыз`,
    iinCentury: (label: string) => `«${label}»: жетінші цифры дұрыс емес. Құжатпен салыстырыңыз`,
    iinChecksum: (label: string) => `«${label}»: бір цифры қате терілген. Құжатпен салыстырыңыз`,
    iinOfApplicant: (label: string) => `«${label}»: бұл Сіздің ЖСН. Баланың ЖСН-ін жазыңыз`,
    date: (label: string) => `«${label}»: мұндай күн жоқ. Күнін, айын және жылын тексеріңіз`,
    dateInFuture: (label: string) => `«${label}»: бұл күн әлі келген жоқ. Жылын тексеріңіз`,
    dateBeforeStart: (label: string) => `«${label}»: басталу күнінен ерте болмауы керек`,
    phone: (label: string) => `«${label}»: нөмірді +7 701 123 45 67 үлгісімен жазыңыз`,
    email: (label: string) => `«${label}»: мекенжайды aigerim@mail.kz үлгісімен жазыңыз`,
    choice: (label: string) => `«${label}»: тізімнен біреуін таңдаңыз`,
    organisation: (label: string) => `«${label}»: тізімнен қайта таңдаңыз`,
  } satisfies Record<Exclude<Fault, 'required'>, (label: string) => string>,
}

const ru: Widen<typeof kk> = {
  fill: (label) => `«${label}»: заполните это поле`,
  pick: (label) => `«${label}»: выберите один вариант`,
  date: (label) => `«${label}»: укажите день, месяц и год`,
  faults: {
    personName: (label) =>
      `«${label}»: напишите как в документе, только буквами. Можно ставить пробел, дефис и апостроф`,
    tooLong: (label) => `«${label}»: слишком длинно, напишите короче`,
    iinLength: (label) => `«${label}»: должно быть 12 цифр, пересчитайте их`,
    iinDate: (label) =>
      `«${label}»: первые шесть цифр означают дату рождения, но такой даты нет. Сверьте с документом`,
    iinCentury: (label) => `«${label}»: седьмая цифра неверна. Сверьте с документом`,
    iinChecksum: (label) => `«${label}»: одна из цифр набрана неверно. Сверьте с документом`,
    iinOfApplicant: (label) => `«${label}»: это ваш ИИН. Укажите ИИН ребенка`,
    date: (label) => `«${label}»: такой даты нет. Проверьте день, месяц и год`,
    dateInFuture: (label) => `«${label}»: этот день еще не наступил. Проверьте год`,
    dateBeforeStart: (label) => `«${label}»: не может быть раньше даты начала`,
    phone: (label) => `«${label}»: напишите номер так: +7 701 123 45 67`,
    email: (label) => `«${label}»: напишите адрес так: aigerim@mail.kz`,
    choice: (label) => `«${label}»: выберите вариант из списка`,
    organisation: (label) => `«${label}»: выберите из списка еще раз`,
  },
}

const messages = { kk, ru }

type Asked = Pick<Field, 'key' | 'kind' | 'label'>

const PICKED: readonly Field['kind'][] = ['choice', 'organisation']

export function faultSentence(locale: Locale, fault: Fault, { kind, label }: Asked): string {
  const t = messages[locale]
  if (fault !== 'required') return t.faults[fault](label[locale])
  if (kind === 'date') return t.date(label[locale])
  return PICKED.includes(kind) ? t.pick(label[locale]) : t.fill(label[locale])
}

/** The faults of a form in its reader's language, each at its field. */
export function fieldErrors(
  locale: Locale,
  faults: readonly FieldFault[],
  fields: readonly Asked[],
): FieldError[] {
  return faults.flatMap(({ field: key, fault }) => {
    const field = fields.find((f) => f.key === key)
    return field ? [{ field: key, message: faultSentence(locale, fault, field) }] : []
  })
}
