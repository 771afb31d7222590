import { isAdmin } from '@/lib/admin/policy'
import { readActor } from '@/lib/auth/session'
import { COLUMNS } from '@/lib/domain/organisation-input'
import { listRegions } from '@/lib/organisations/data'
import { asActor, type Tx } from '@/lib/platform/db'
import { type Cell, CSV_TYPE, csv } from '@/lib/platform/spreadsheet'

/** An invented department and a school of it: the file to begin with. */
const EXAMPLE: Readonly<Record<(typeof COLUMNS)[number], readonly [string, string]>> = {
  bin: ['980940999020', '990440999014'],
  kind: ['department', 'school'],
  name_kk: ['«Үлгі ауданының білім бөлімі» ММ', '«№ 1 жалпы білім беретін мектебі» КММ'],
  name_ru: ['ГУ «Отдел образования района Улги»', 'КГУ «Общеобразовательная школа № 1»'],
  short_name_kk: ['Үлгі ауданының білім бөлімі', '№ 1 мектеп, Үлгі'],
  short_name_ru: ['Отдел образования района Улги', 'Школа № 1, Улги'],
  address_kk: ['Үлгі ауылы, Абай көшесі, 1', 'Үлгі ауылы, Абай көшесі, 2'],
  address_ru: ['с. Улги, ул. Абая, 1', 'с. Улги, ул. Абая, 2'],
  district: ['350000000-shet-district', '350000000-shet-district'],
  parent_bin: ['', '980940999020'],
  // A plus in front would come out behind the apostrophe that keeps it from being a formula.
  phone: ['8 (7103) 19-90-10', '8 (7103) 19-90-11'],
  head_name: ['Серікова Әсел Нұрланқызы', 'Омаров Данияр Ержанұлы'],
  working_week: ['5', '6'],
  closes_at: ['18:30', '18:00'],
  sign_at_school: ['no', 'yes'],
  paper_orders: ['yes', 'yes'],
}

async function* rows(list: Iterable<readonly Cell[]>): AsyncGenerator<readonly Cell[]> {
  yield* list
}

/** The example of an import; `?of=districts`: the codes that its column of districts takes. */
export async function GET(request: Request): Promise<Response> {
  const actor = await readActor()
  if (!actor || !isAdmin(actor)) return new Response(null, { status: 404 })
  const isDistricts = new URL(request.url).searchParams.get('of') === 'districts'
  const table = isDistricts
    ? {
        columns: ['district', 'region_kk', 'region_ru', 'name_kk', 'name_ru'],
        list: await asActor(actor, listAll),
      }
    : {
        columns: COLUMNS,
        list: ([0, 1] as const).map((at) => COLUMNS.map((column) => EXAMPLE[column][at])),
      }
  const name = isDistricts ? 'districts.csv' : 'organisations.csv'
  const body = csv({
    sheet: name,
    columns: table.columns.map((title) => ({ title })),
    rows: rows(table.list),
  })
  return new Response(body, {
    headers: {
      'content-type': CSV_TYPE,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

async function listAll(tx: Tx): Promise<string[][]> {
  const regions = await listRegions(tx)
  const districts = await tx.district.findMany({ orderBy: [{ regionKato: 'asc' }, { code: 'asc' }] })
  return districts.map(({ code, regionKato, nameKk, nameRu }) => {
    const region = regions.find((one) => one.code === regionKato)
    return [code, region?.name.kk ?? '', region?.name.ru ?? '', nameKk, nameRu]
  })
}
