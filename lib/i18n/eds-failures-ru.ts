import type { EdsFailures } from './eds-failures-kk'

const SIGN_AGAIN = 'Обновите NCALayer и подпишите еще раз.'
const NEW_KEY = 'Получите новый ключ на egov.kz или в ЦОНе и подпишите им.'
const OTHER_KEY = 'Подпишите другим ключом или получите новый на egov.kz либо в ЦОНе.'
const ASK_SIGNER = 'Попросите того, кто подписал, подписать документ заново.'
const ASK_FILE = 'Попросите прислать файл еще раз, ничего в нем не меняя.'
const LATER = 'Попробуйте еще раз через несколько минут.'

/** What to do: to whoever signs, or to whoever checks a stranger's signature. */
const signers =
  (what: string, signer: string, checker: string = ASK_SIGNER): EdsFailures['MALFORMED'] =>
  ({ reader }) =>
    `${what} ${reader === 'checker' ? checker : signer}`

export const edsFailuresRu: EdsFailures = {
  TOO_LARGE: signers('Файл подписи больше 5 МБ.', SIGN_AGAIN, 'Проверьте, тот ли файл вы выбрали.'),
  MALFORMED: signers('Подпись не читается: файл поврежден или это файл другого вида.', SIGN_AGAIN, ASK_FILE),
  TRAILING_BYTES: signers('После подписи в файле есть лишние данные.', SIGN_AGAIN, ASK_FILE),
  XML_DTD: signers(
    'В документе XML есть объявление DTD: оно позволяет подменить содержание.',
    SIGN_AGAIN,
    'Не полагайтесь на этот документ.',
  ),
  SEVERAL_REFERENCES: signers(
    'Подпись охватывает несколько частей вместо одного целого документа.',
    SIGN_AGAIN,
  ),
  NOT_WHOLE_DOCUMENT: signers(
    'Подписан не весь документ: остальное могли изменить.',
    SIGN_AGAIN,
    'Не полагайтесь на этот документ.',
  ),
  ONE_SIGNER_EXPECTED: signers('В файле должна быть ровно одна подпись.', 'Подпишите документ одним ключом.'),
  NO_CERTIFICATE: signers('В подписи нет сертификата ключа: неизвестно, чья она.', SIGN_AGAIN),
  UNSUPPORTED_ALGORITHM: signers(
    'Ключ устаревшего или незнакомого вида: такую подпись нельзя проверить.',
    NEW_KEY,
  ),
  NO_SIGNED_ATTRIBUTES: signers('В подписи нет обязательных сведений о том, что подписано.', SIGN_AGAIN),
  CONTENT_MISMATCH: signers(
    'Подписан другой документ.',
    'Откройте страницу заново и подпишите документ, который на ней показан.',
    'Проверьте, тот ли документ вы выбрали и не менялся ли он.',
  ),
  CERTIFICATE_MISMATCH: signers(
    'Сертификат в подписи – не от того ключа, которым подписали.',
    SIGN_AGAIN,
    ASK_FILE,
  ),
  BAD_SIGNATURE: signers(
    'Подпись не соответствует документу: документ или подпись изменены.',
    SIGN_AGAIN,
    ASK_FILE,
  ),
  UNTRUSTED_CHAIN: signers(
    'Ключ выдал не тот удостоверяющий центр, которому доверяет платформа (НУЦ РК).',
    'Выберите ключ, полученный на egov.kz или в ЦОНе.',
    'Не полагайтесь на эту подпись.',
  ),
  ISSUER_NOT_A_CA: signers(
    'Сертификат ключа выпустил тот, кто не вправе выпускать сертификаты.',
    OTHER_KEY,
    'Не полагайтесь на эту подпись.',
  ),
  PATH_TOO_LONG: signers(
    'Сертификат ключа выпущен в обход правил удостоверяющего центра.',
    OTHER_KEY,
    'Не полагайтесь на эту подпись.',
  ),
  CERT_EXPIRED: ({ day, reader }) =>
    signers(
      day ? `Срок действия ключа истек ${day}.` : 'Срок действия ключа истек.',
      NEW_KEY,
    )({ day, reader }),
  CERT_NOT_YET_VALID: ({ day, reader }) =>
    signers(
      day ? `Срок действия ключа начинается ${day}.` : 'Срок действия ключа еще не начался.',
      'Подпишите другим ключом или дождитесь начала срока.',
    )({ day, reader }),
  SIGNING_TIME_IN_FUTURE: signers(
    'Время подписания еще не наступило: часы на компьютере спешат.',
    'Поправьте дату и время на компьютере и подпишите еще раз.',
  ),
  SIGNATURE_TOO_OLD: ({ day, reader }) =>
    signers(
      day ? `Подпись сделана слишком давно: ${day}.` : 'В подписи не указано, когда она сделана.',
      'Проверьте дату и время на компьютере и подпишите еще раз.',
    )({ day, reader }),
  NOT_A_SIGNING_KEY: signers(
    'Это ключ для входа, а не для подписи.',
    'Выберите ключ для подписи: имя его файла обычно начинается с GOST512 или RSA.',
  ),
  ROLE_NOT_ALLOWED: ({ day, reader }) =>
    signers(
      reader === 'head'
        ? 'У владельца этого ключа нет права подписи.'
        : 'Этот ключ выдан на организацию, а нужен личный.',
      reader === 'head'
        ? 'Выберите ключ первого руководителя или сотрудника с правом подписи.'
        : 'Выберите ключ физического лица.',
    )({ day, reader }),
  NO_IIN: signers('В сертификате ключа нет ИИН владельца.', OTHER_KEY),
  IIN_MISMATCH: ({ day, reader }) =>
    signers(
      reader === 'head'
        ? 'ИИН ключа не совпадает с вашим ИИН в учетной записи.'
        : 'ИИН ключа не совпадает с ИИН заявителя.',
      reader === 'head'
        ? 'Выберите свой ключ или исправьте ИИН в профиле.'
        : 'Выберите ключ заявителя или исправьте ИИН в профиле.',
    )({ day, reader }),
  BIN_MISMATCH: signers(
    'БИН ключа не совпадает с БИН организации.',
    'Выберите ключ, выданный на эту организацию.',
  ),
  BAD_TIMESTAMP: signers('Метка времени в подписи недействительна.', 'Подпишите еще раз.'),
  TIMESTAMP_REQUIRED: signers('В подписи нет метки времени.', 'Подпишите еще раз через NCALayer.'),
  CERT_REVOKED: ({ day, reader }) =>
    signers(day ? `Ключ отозван ${day}.` : 'Ключ отозван.', NEW_KEY)({ day, reader }),
  REVOCATION_UNKNOWN: signers(
    'Удостоверяющий центр не знает такого ключа.',
    OTHER_KEY,
    'Не полагайтесь на эту подпись.',
  ),
  REVOCATION_UNTRUSTED: signers(
    'Не удалось проверить, не отозван ли ключ: ответ службы ненадежен.',
    LATER,
    LATER,
  ),
  REVOCATION_UNAVAILABLE: signers(
    'Служба, которая проверяет отзыв ключей, сейчас не отвечает.',
    LATER,
    LATER,
  ),
}
