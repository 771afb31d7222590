import type { DocumentType } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from './common'
import type { Widen } from './widen'

/** What a sentence about a file may have to name: its limit («10 МБ») and the accepted formats. */
export type SpokenLimits = { size: string; formats: string }

const kk = {
  formats: (all: string, last: string) => `${all} немесе ${last}`,
  accepted: ({ size, formats }: SpokenLimits) => `${formats}, көлемі ${size}-қа дейін`,
  choose: 'Файлды таңдаңыз',
  chooseNew: 'Жаңа файлды таңдаңыз',
  upload: 'Файлды жүктеу',
  open: 'Қарау',
  replace: 'Ауыстыру',
  remove: 'Жою',
  cancel: 'Тоқтату',
  none: 'Файл тіркелмеген',
  attachedAt: (date: string) => `${date} тіркелді`,
  shrinking: 'Фотосуретті кішірейтіп жатырмыз…',
  sending: 'Файл жіберілуде…',
  checking: 'Файлды тексеріп жатырмыз…',
  done: 'Файл тіркелді.',
  cancelled: 'Жіберу тоқтатылды. Файл тіркелген жоқ.',
  signedStatement: 'Қол қойылған өтініш',
  signedOrder: 'Қол қойылған парақ',
  signedHint: 'Барлық беті анық көрінетін скан немесе фотосурет.',
  faults: {
    empty: (_: SpokenLimits) =>
      'Файл бос. Оны құрылғыңызда ашып көріп, дұрысын таңдаңыз немесе құжатты қайтадан суретке түсіріңіз.',
    tooLarge: ({ size }: SpokenLimits) =>
      `Файл тым үлкен: ${size}-қа дейінгі файл қабылданады. Төменірек ажыратымдылықпен сканерлеңіз немесе телефонмен суретке түсіріңіз.`,
    wrongType: ({ formats }: SpokenLimits) =>
      `Бұл файл түрі қабылданбайды. Құжатты мына форматтардың бірінде тіркеңіз: ${formats}.`,
    notPdf: ({ formats }: SpokenLimits) =>
      `Файл PDF деп аталғанымен, PDF емес. Құжатты қайтадан сканерлеңіз немесе суретке түсіріп, мына форматтардың бірінде тіркеңіз: ${formats}.`,
    notImage: ({ formats }: SpokenLimits) =>
      `Файл сурет деп аталғанымен, сурет емес. Құжатты қайтадан суретке түсіріп, мына форматтардың бірінде тіркеңіз: ${formats}.`,
    notZip: ({ formats }: SpokenLimits) =>
      `Файл ZIP деп аталғанымен, ZIP мұрағаты емес. Мұрағатты қайтадан жасаңыз немесе құжатты мына форматтардың бірінде тіркеңіз: ${formats}.`,
    notDoc: ({ formats }: SpokenLimits) =>
      `Файл Word құжаты деп аталғанымен, Word құжаты емес. Оны Word бағдарламасында қайта сақтаңыз немесе мына форматтардың бірінде тіркеңіз: ${formats}.`,
    encrypted: (_: SpokenLimits) =>
      'Файл құпиясөзбен жабылған, қызметкер оны аша алмайды. Құпиясөзді алып тастап, қайтадан тіркеңіз.',
    zipBomb: (_: SpokenLimits) =>
      'Мұрағат ашылғанда тым үлкен болады немесе оның ішінде файл тым көп. Тек қажетті құжаттарды салып, жаңа мұрағат жасаңыз.',
    nestedZip: (_: SpokenLimits) =>
      'Мұрағаттың ішінде басқа мұрағат бар. Құжаттардың өзін бір мұрағатқа салыңыз немесе бөлек тіркеңіз.',
    unsafe: (_: SpokenLimits) =>
      'Файлдың ішінде бағдарлама немесе макрос бар, мұндай файл қабылданбайды. Тек құжаттың өзін, мысалы PDF немесе фотосурет түрінде тіркеңіз.',
    broken: (_: SpokenLimits) =>
      'Файл бүлінген, ол ашылмайды. Құрылғыңызда ашылатынын тексеріп, жаңасын жасап, тіркеңіз.',
    infected: (_: SpokenLimits) =>
      'Файлдан вирус табылды, ол сақталған жоқ. Құрылғыны антивируспен тексеріп, құжатты телефонмен суретке түсіріп тіркеңіз.',
    missing: (_: SpokenLimits) =>
      'Файл бізге жетпеді. Интернет байланысын тексеріп, файлды тағы бір рет таңдаңыз.',
    tooMany: (_: SpokenLimits) =>
      'Бір сағатта тым көп файл жүктелді. Файл қабылданған жоқ: бір сағаттан кейін қайталаңыз.',
    expired: (_: SpokenLimits) =>
      'Бет тым ұзақ ашық тұрды, сондықтан файл қабылданған жоқ. Файлды тағы бір рет таңдаңыз.',
    closed: (_: SpokenLimits) =>
      'Өтінімнің күйі өзгерді, бұл құжатты енді ауыстыруға болмайды. Файл тіркелген жоқ.',
    signedOut: (_: SpokenLimits) =>
      'Сіз жүйеден шығып кеткенсіз, сондықтан файл тіркелген жоқ. Қайта кірдіңіз: файлды тағы бір рет таңдаңыз.',
    unavailable: (_: SpokenLimits) =>
      'Ақау біздің жақта: файлды қазір тексере алмадық, ол тіркелген жоқ. Бірнеше минуттан кейін тағы бір рет жіберіңіз.',
  },
}

const ru: Widen<typeof kk> = {
  formats: (all, last) => `${all} или ${last}`,
  accepted: ({ size, formats }) => `${formats}, не больше ${size}`,
  choose: 'Выберите файл',
  chooseNew: 'Выберите новый файл',
  upload: 'Загрузить файл',
  open: 'Посмотреть',
  replace: 'Заменить',
  remove: 'Удалить',
  cancel: 'Остановить',
  none: 'Файл не прикреплен',
  attachedAt: (date) => `прикреплен ${date}`,
  shrinking: 'Уменьшаем фото…',
  sending: 'Отправляем файл…',
  checking: 'Проверяем файл…',
  done: 'Файл прикреплен.',
  cancelled: 'Отправка остановлена. Файл не прикреплен.',
  signedStatement: 'Подписанное заявление',
  signedOrder: 'Подписанный лист',
  signedHint: 'Скан или фото, на котором четко видна вся страница.',
  faults: {
    empty: () =>
      'Файл пустой. Откройте его на своем устройстве и выберите нужный или сфотографируйте документ заново.',
    tooLarge: ({ size }) =>
      `Файл слишком большой: принимаются файлы не больше ${size}. Отсканируйте с меньшим разрешением или сфотографируйте документ телефоном.`,
    wrongType: ({ formats }) =>
      `Файлы такого вида не принимаются. Прикрепите документ в одном из форматов: ${formats}.`,
    notPdf: ({ formats }) =>
      `Это не PDF, хотя файл так называется. Отсканируйте или сфотографируйте документ заново и прикрепите в одном из форматов: ${formats}.`,
    notImage: ({ formats }) =>
      `Это не изображение, хотя файл так называется. Сфотографируйте документ заново и прикрепите в одном из форматов: ${formats}.`,
    notZip: ({ formats }) =>
      `Это не архив ZIP, хотя файл так называется. Создайте архив заново или прикрепите документ в одном из форматов: ${formats}.`,
    notDoc: ({ formats }) =>
      `Это не документ Word, хотя файл так называется. Сохраните его заново в Word или прикрепите документ в одном из форматов: ${formats}.`,
    encrypted: () =>
      'Файл закрыт паролем, сотрудник не сможет его открыть. Снимите пароль и прикрепите файл еще раз.',
    zipBomb: () =>
      'Архив распаковывается в слишком большой объем, или в нем слишком много файлов. Создайте новый архив только с нужными документами.',
    nestedZip: () =>
      'Внутри архива лежит другой архив. Положите в один архив сами документы или прикрепите их отдельно.',
    unsafe: () =>
      'В файле есть программа или макрос, такие файлы не принимаются. Прикрепите только сам документ, например PDF или фото.',
    broken: () =>
      'Файл поврежден и не открывается. Проверьте, что он открывается на вашем устройстве, создайте его заново и прикрепите.',
    infected: () =>
      'В файле найден вирус, мы его не сохранили. Проверьте устройство антивирусом, сфотографируйте документ телефоном и прикрепите фото.',
    missing: () => 'Файл не дошел до нас. Проверьте подключение к интернету и выберите файл еще раз.',
    tooMany: () => 'За час загружено слишком много файлов. Файл не принят: повторите через час.',
    expired: () => 'Страница была открыта слишком долго, поэтому файл не принят. Выберите файл еще раз.',
    closed: () => 'Статус заявки изменился, этот документ больше нельзя заменить. Файл не прикреплен.',
    signedOut: () =>
      'Вы вышли из системы, поэтому файл не прикреплен. Теперь вы снова вошли: выберите файл еще раз.',
    unavailable: () =>
      'Неполадка на нашей стороне: сейчас мы не смогли проверить файл, он не прикреплен. Отправьте его еще раз через несколько минут.',
  },
}

export const documentMessages = { kk, ru }

/** Why a file was not taken. */
export type DocumentFault = keyof typeof kk.faults

export function isDocumentFault(value: unknown): value is DocumentFault {
  return typeof value === 'string' && Object.hasOwn(kk.faults, value)
}

const FORMAT_NAMES: Readonly<Record<DocumentType, string>> = {
  jpeg: 'JPG',
  png: 'PNG',
  pdf: 'PDF',
  zip: 'ZIP',
  doc: 'DOC',
}

/** «512 КБ», «1,4 МБ»: with a comma, as both languages write it. */
export function fileSize(locale: Locale, bytes: number): string {
  const t = commonMessages[locale]
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  if (kilobytes < 1024) return t.kilobytes(kilobytes)
  return t.megabytes(String(Math.round((bytes / 1024 / 1024) * 10) / 10).replace('.', ','))
}

export function spokenLimits(
  locale: Locale,
  limits: { types: readonly DocumentType[]; maxBytes: number },
): SpokenLimits {
  const names = limits.types.map((type) => FORMAT_NAMES[type])
  const last = names.at(-1) ?? ''
  const formats =
    names.length < 2 ? last : documentMessages[locale].formats(names.slice(0, -1).join(', '), last)
  return { size: fileSize(locale, limits.maxBytes), formats }
}

/** What went wrong and what to do now, in the reader's language. */
export function faultSentence(
  locale: Locale,
  fault: DocumentFault,
  limits: { types: readonly DocumentType[]; maxBytes: number },
): string {
  return documentMessages[locale].faults[fault](spokenLimits(locale, limits))
}
