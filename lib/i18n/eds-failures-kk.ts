import type { FailureCode } from '@/lib/signatures/eds/codes'

/** Who reads: a parent or a director who signs, or anyone who checks a stranger's signature. */
export type EdsReader = 'applicant' | 'head' | 'checker'

/** `day` as people write it, where the failure has one. */
export type EdsFailures = Readonly<
  Record<FailureCode, (about: { day: string | null; reader: EdsReader }) => string>
>

const SIGN_AGAIN = 'NCALayer бағдарламасын жаңартып, қайта қол қойыңыз.'
const NEW_KEY = 'egov.kz сайтынан немесе ХҚКО-дан жаңа кілт алып, сонымен қол қойыңыз.'
const OTHER_KEY = 'Басқа кілтпен қол қойыңыз немесе egov.kz сайтынан не ХҚКО-дан жаңасын алыңыз.'
const ASK_SIGNER = 'Қол қойған адамнан құжатқа қайта қол қоюды сұраңыз.'
const ASK_FILE = 'Файлды өзгертпей, қайта жіберуді сұраңыз.'
const LATER = 'Бірнеше минуттан кейін қайталап көріңіз.'

/** What to do: to whoever signs, or to whoever checks a stranger's signature. */
const signers =
  (what: string, signer: string, checker: string = ASK_SIGNER): EdsFailures['MALFORMED'] =>
  ({ reader }) =>
    `${what} ${reader === 'checker' ? checker : signer}`

export const edsFailuresKk: EdsFailures = {
  TOO_LARGE: signers('Қолтаңба файлы 5 МБ-тан үлкен.', SIGN_AGAIN, 'Дұрыс файлды таңдағаныңызды тексеріңіз.'),
  MALFORMED: signers('Қолтаңба оқылмайды: файл бүлінген немесе басқа түрдегі файл.', SIGN_AGAIN, ASK_FILE),
  TRAILING_BYTES: signers('Файлда қолтаңбадан кейін артық деректер бар.', SIGN_AGAIN, ASK_FILE),
  XML_DTD: signers(
    'XML құжатында DTD сипаттамасы бар: ол мазмұнды ауыстырып жіберуге мүмкіндік береді.',
    SIGN_AGAIN,
    'Бұл құжатқа сенбеңіз.',
  ),
  SEVERAL_REFERENCES: signers('Қолтаңба тұтас бір құжатты емес, бірнеше бөлікті қамтиды.', SIGN_AGAIN),
  NOT_WHOLE_DOCUMENT: signers(
    'Қолтаңба құжатты толық қамтымайды: қалған бөлігі өзгертілген болуы мүмкін.',
    SIGN_AGAIN,
    'Бұл құжатқа сенбеңіз.',
  ),
  ONE_SIGNER_EXPECTED: signers('Файлда тек бір қолтаңба болуы керек.', 'Құжатқа бір кілтпен қол қойыңыз.'),
  NO_CERTIFICATE: signers('Қолтаңбада кілт сертификаты жоқ: оның кімдікі екені белгісіз.', SIGN_AGAIN),
  UNSUPPORTED_ALGORITHM: signers(
    'Кілттің түрі ескірген немесе белгісіз: мұндай қолтаңбаны тексеру мүмкін емес.',
    NEW_KEY,
  ),
  NO_SIGNED_ATTRIBUTES: signers('Қолтаңбада неге қол қойылғаны туралы міндетті мәліметтер жоқ.', SIGN_AGAIN),
  CONTENT_MISMATCH: signers(
    'Басқа құжатқа қол қойылған.',
    'Бетті қайта ашып, сонда көрсетілген құжатқа қол қойыңыз.',
    'Дұрыс құжатты таңдағаныңызды және оның өзгермегенін тексеріңіз.',
  ),
  CERTIFICATE_MISMATCH: signers('Қолтаңбадағы сертификат қол қойылған кілттікі емес.', SIGN_AGAIN, ASK_FILE),
  BAD_SIGNATURE: signers(
    'Қолтаңба құжатқа сәйкес келмейді: құжат немесе қолтаңба өзгертілген.',
    SIGN_AGAIN,
    ASK_FILE,
  ),
  UNTRUSTED_CHAIN: signers(
    'Кілтті платформа сенетін куәландырушы орталық (ҚР ҰКО) бермеген.',
    'egov.kz сайтынан немесе ХҚКО-дан алынған кілтті таңдаңыз.',
    'Бұл қолтаңбаға сенбеңіз.',
  ),
  ISSUER_NOT_A_CA: signers(
    'Кілт сертификатын сертификат беруге құқығы жоқ тарап шығарған.',
    OTHER_KEY,
    'Бұл қолтаңбаға сенбеңіз.',
  ),
  PATH_TOO_LONG: signers(
    'Кілт сертификаты куәландырушы орталықтың ережесіне қайшы шығарылған.',
    OTHER_KEY,
    'Бұл қолтаңбаға сенбеңіз.',
  ),
  CERT_EXPIRED: ({ day, reader }) =>
    signers(
      day ? `Кілттің жарамдылық мерзімі ${day} күні аяқталды.` : 'Кілттің жарамдылық мерзімі аяқталды.',
      NEW_KEY,
    )({ day, reader }),
  CERT_NOT_YET_VALID: ({ day, reader }) =>
    signers(
      day
        ? `Кілттің жарамдылық мерзімі ${day} күні басталады.`
        : 'Кілттің жарамдылық мерзімі әлі басталған жоқ.',
      'Басқа кілтпен қол қойыңыз немесе мерзімі басталғанша күтіңіз.',
    )({ day, reader }),
  SIGNING_TIME_IN_FUTURE: signers(
    'Қол қойылған уақыт әлі келген жоқ: компьютердің сағаты алға кетіп қалған.',
    'Компьютердің күні мен уақытын түзетіп, қайта қол қойыңыз.',
  ),
  SIGNATURE_TOO_OLD: ({ day, reader }) =>
    signers(
      day
        ? `Қол қойылғалы тым көп уақыт өтті: қойылған күні ${day}.`
        : 'Қолтаңбада қашан қойылғаны көрсетілмеген.',
      'Компьютердің күні мен уақытын тексеріп, қайта қол қойыңыз.',
    )({ day, reader }),
  NOT_A_SIGNING_KEY: signers(
    'Бұл қол қоюға емес, жүйеге кіруге арналған кілт.',
    'Қол қоюға арналған кілтті таңдаңыз: файлының аты әдетте GOST512 немесе RSA деген жазудан басталады.',
  ),
  ROLE_NOT_ALLOWED: ({ day, reader }) =>
    signers(
      reader === 'head'
        ? 'Бұл кілт иесінің қол қою құқығы жоқ.'
        : 'Бұл кілт ұйымға берілген, ал жеке кілт керек.',
      reader === 'head'
        ? 'Бірінші басшының немесе қол қою құқығы бар қызметкердің кілтін таңдаңыз.'
        : 'Жеке тұлғаның кілтін таңдаңыз.',
    )({ day, reader }),
  NO_IIN: signers('Кілт сертификатында иесінің ЖСН-і жоқ.', OTHER_KEY),
  IIN_MISMATCH: ({ day, reader }) =>
    signers(
      reader === 'head'
        ? 'Кілттегі ЖСН тіркелгіңіздегі ЖСН-ге сәйкес келмейді.'
        : 'Кілттегі ЖСН өтініш берушінің ЖСН-іне сәйкес келмейді.',
      reader === 'head'
        ? 'Өз кілтіңізді таңдаңыз немесе профильдегі ЖСН-ді түзетіңіз.'
        : 'Өтініш берушінің кілтін таңдаңыз немесе профильдегі ЖСН-ді түзетіңіз.',
    )({ day, reader }),
  BIN_MISMATCH: signers(
    'Кілттегі БСН ұйымның БСН-іне сәйкес келмейді.',
    'Осы ұйымға берілген кілтті таңдаңыз.',
  ),
  BAD_TIMESTAMP: signers('Қолтаңбадағы уақыт белгісі жарамсыз.', 'Қайта қол қойыңыз.'),
  TIMESTAMP_REQUIRED: signers('Қолтаңбада уақыт белгісі жоқ.', 'NCALayer арқылы қайта қол қойыңыз.'),
  CERT_REVOKED: ({ day, reader }) =>
    signers(
      day ? `Кілт ${day} күні кері қайтарып алынған.` : 'Кілт кері қайтарып алынған.',
      NEW_KEY,
    )({
      day,
      reader,
    }),
  REVOCATION_UNKNOWN: signers(
    'Куәландырушы орталық мұндай кілтті білмейді.',
    OTHER_KEY,
    'Бұл қолтаңбаға сенбеңіз.',
  ),
  REVOCATION_UNTRUSTED: signers(
    'Кілттің кері қайтарып алынбағанын тексеру мүмкін болмады: қызметтің жауабы сенімсіз.',
    LATER,
    LATER,
  ),
  REVOCATION_UNAVAILABLE: signers(
    'Кілттердің кері қайтарып алынбағанын тексеретін қызмет қазір жауап бермейді.',
    LATER,
    LATER,
  ),
}
