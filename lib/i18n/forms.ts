import type { Fault } from '@/lib/domain/check-field'
import type { ErrorCode } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from './common'
import type { Widen } from './widen'

/** What forms say: by code of an expected failure, and around the fields. */
const kk = {
  codes: {
    absent: 'Бұл жазба табылмады. Оны басқа терезеде жойған болуыңыз мүмкін.',
    conflict: 'Осы уақыт ішінде бірдеңе өзгерді. Бетті жаңартып, қайта қараңыз.',
    forbidden: 'Бұл әрекет Сіздің тіркелгіңіз үшін қолжетімсіз.',
    invalid: 'Кейбір жауаптарды түзету керек.',
    closed: 'Қазір бұл қызмет бойынша құжаттар қабылданбайды.',
    tooMany: 'Әрекет саны тым көп. 15 минуттан кейін қайталап көріңіз.',
    unconfirmed:
      'Алдымен электрондық пошта мекенжайын растаңыз: хаттағы сілтемені ашыңыз. Хат келмесе, оны профильде қайта жіберуге болады.',
    unsigned: 'Өтінішке әлі қол қойылмаған.',
    incomplete: 'Әлі толық толтырылмаған.',
    duplicate: 'Мұндай жазба бұрыннан бар.',
    full: 'Бос орын қалмады.',
    unavailable: 'Қазір сақтай алмадық. Бірнеше минуттан кейін қайталап көріңіз: жазғаныңыз осы бетте тұр.',
  } satisfies Record<ErrorCode, string>,
  faults: {
    required: 'Осы өрісті толтырыңыз',
    personName: 'Құжаттағыдай, әріптермен жазыңыз',
    tooLong: 'Мәтін тым ұзын, қысқартыңыз',
    iinLength: 'ЖСН 12 цифрдан тұрады, цифрлардың санын тексеріңіз',
    iinDate: 'ЖСН дұрыс емес: алғашқы 6 цифры туған күнге ұқсамайды',
    iinCentury: 'ЖСН дұрыс емес: 7-цифры 0-ден 6-ға дейін болады',
    iinChecksum: 'ЖСН-де қате бар, цифрларын құжатпен салыстырыңыз',
    iinOfApplicant: 'Бұл – Сіздің ЖСН-іңіз. Баланың ЖСН-ін жазыңыз',
    date: 'Мұндай күн жоқ. Күнін, айын және жылын жазыңыз, мысалы 20 05 2015',
    dateInFuture: 'Бұл күн әлі келген жоқ, жылын тексеріңіз',
    dateBeforeStart: 'Аяқталу күні басталу күнінен ерте болмауы керек',
    phone: 'Нөмірді +7 701 123 45 67 түрінде жазыңыз',
    email: 'Мекенжайды name@mail.kz түрінде жазыңыз',
    choice: 'Тізімнен біреуін таңдаңыз',
    organisation: 'Тізімнен ұйымды таңдаңыз',
    number: 'Санды цифрмен жазыңыз, мысалы 12',
    numberRange: 'Мұндай сан болуы мүмкін емес, тексеріңіз',
    tooFewRows: 'Тізімді толықтырыңыз: әлі жеткіліксіз',
    tooManyRows: 'Тізім тым ұзын, артығын алып тастаңыз',
    tooYoung: 'Бала бұл қызмет үшін әлі кіші: туған күнін тексеріңіз',
    selfTooYoung: 'Өз атынан 16 жастан бастап өтінім беруге болады. Өтінімді ата-анаңыз береді',
    sameOrganisation: 'Бұл – өтінім берілетін мектептің өзі. Басқа мектепті таңдаңыз',
  } satisfies Record<Fault, string>,
  foreignOrigin: 'Сұрау платформаның бетінен жіберілмеген. Бетті жаңартып, қайталаңыз.',
  signedOut: 'Сеанс аяқталды. Жазғаныңыз сақталды: электрондық пошта мен құпиясөзді енгізіңіз.',
  wrongPassword: 'Электрондық пошта немесе құпиясөз дұрыс емес.',
  requestId: (id: string) => `Қате нөмірі: ${id}`,
  email: 'Электрондық пошта мекенжайы',
  password: 'Құпиясөз',
  signedOutTitle: 'Қайта кіріңіз',
  refusedTitle: 'Орындалмады',
  signInAndSave: 'Кіріп, жалғастыру',
  tryAgain: 'Қайталап көру',
}

const ru: Widen<typeof kk> = {
  codes: {
    absent: 'Такой записи нет. Возможно, вы удалили ее в другом окне.',
    conflict: 'За это время что-то изменилось. Обновите страницу и посмотрите еще раз.',
    forbidden: 'Это действие недоступно для вашей учетной записи.',
    invalid: 'Некоторые ответы нужно исправить.',
    closed: 'Сейчас документы по этой услуге не принимаются.',
    tooMany: 'Слишком много попыток. Попробуйте еще раз через 15 минут.',
    unconfirmed:
      'Сначала подтвердите адрес электронной почты: откройте ссылку из письма. Если письма нет, отправьте его еще раз в профиле.',
    unsigned: 'Заявление еще не подписано.',
    incomplete: 'Еще не все заполнено.',
    duplicate: 'Такая запись уже есть.',
    full: 'Свободных мест не осталось.',
    unavailable:
      'Сейчас сохранить не удалось. Повторите через несколько минут: введенное осталось на этой странице.',
  },
  faults: {
    required: 'Заполните это поле',
    personName: 'Напишите буквами, как в документе',
    tooLong: 'Слишком длинный текст, сократите его',
    iinLength: 'ИИН состоит из 12 цифр, проверьте их количество',
    iinDate: 'ИИН неверен: первые 6 цифр не похожи на дату рождения',
    iinCentury: 'ИИН неверен: 7-я цифра бывает от 0 до 6',
    iinChecksum: 'В ИИН ошибка, сверьте цифры с документом',
    iinOfApplicant: 'Это ваш ИИН. Укажите ИИН ребенка',
    date: 'Такой даты нет. Укажите день, месяц и год, например 20 05 2015',
    dateInFuture: 'Эта дата еще не наступила, проверьте год',
    dateBeforeStart: 'Дата окончания не может быть раньше даты начала',
    phone: 'Напишите номер так: +7 701 123 45 67',
    email: 'Напишите адрес так: name@mail.kz',
    choice: 'Выберите один вариант из списка',
    organisation: 'Выберите организацию из списка',
    number: 'Напишите число цифрами, например 12',
    numberRange: 'Такого числа быть не может, проверьте его',
    tooFewRows: 'Дополните список: пока в нем не хватает строк',
    tooManyRows: 'Список слишком длинный, уберите лишнее',
    tooYoung: 'Ребенок еще мал для этой услуги: проверьте дату рождения',
    selfTooYoung: 'От своего имени можно подать с 16 лет. Заявку подает родитель',
    sameOrganisation: 'Это та же школа, в которую вы подаете. Выберите другую',
  },
  foreignOrigin: 'Запрос отправлен не со страницы платформы. Обновите страницу и повторите.',
  signedOut: 'Сеанс завершен. Введенное сохранено: укажите электронную почту и пароль.',
  wrongPassword: 'Неверная электронная почта или пароль.',
  requestId: (id) => `Номер ошибки: ${id}`,
  email: 'Адрес электронной почты',
  password: 'Пароль',
  signedOutTitle: 'Войдите снова',
  refusedTitle: 'Не выполнено',
  signInAndSave: 'Войти и продолжить',
  tryAgain: 'Повторить',
}

export const formMessages = { kk, ru }

/** The words that `FieldsForm` draws around what a page gives it. */
export function formTexts(locale: Locale) {
  const common = commonMessages[locale]
  const own = formMessages[locale]
  return {
    errorsTitle: common.errorsTitle,
    warning: common.warning,
    done: common.done,
    refused: own.refusedTitle,
    optional: common.optional,
    choose: common.choose,
    date: common.date,
    signedOut: own.signedOutTitle,
    signIn: own.signInAndSave,
    tryAgain: own.tryAgain,
    email: own.email,
    password: own.password,
  }
}
