import { describe, expect, it } from 'vitest'
import { type Column, checkOrganisation, writeOrganisation } from './organisation-input'

const RAW: Readonly<Record<Column, string>> = {
  bin: '990440999014',
  kind: 'school',
  name_kk: '«№ 1 мектеп» КММ',
  name_ru: 'КГУ «Школа № 1»',
  short_name_kk: '№ 1 мектеп',
  short_name_ru: 'Школа № 1',
  address_kk: 'Үлгі, Абай к-сі, 1',
  address_ru: 'Улги, ул. Абая, 1',
  district: 'ulgi',
  parent_bin: '980940999020',
  phone: '8 (71031) 99-0-11',
  head_name: 'Омаров Данияр',
  working_week: '6',
  closes_at: '18:00',
  sign_at_school: 'Иә',
  paper_orders: 'no',
}
const KNOWN = { districts: new Set(['ulgi']), departments: new Set(['980940999020']) }
const check = (changed: Partial<Record<Column, string>>) => checkOrganisation({ ...RAW, ...changed }, KNOWN)

describe('an organisation as somebody wrote it down', () => {
  it('is kept as the platform writes, and reads back the same', () => {
    const checked = check({ bin: ' 9904 4099 9014 ', name_ru: ' КГУ  «Школа № 1» ' })
    expect(checked).toMatchObject({
      ok: true,
      input: {
        bin: '990440999014',
        name: { ru: 'КГУ «Школа № 1»' },
        phone: '+77103199011',
        week: 6,
        signAtSchool: true,
      },
    })
    if (!checked.ok) throw new Error('refused')
    expect(checkOrganisation(writeOrganisation(checked.input), KNOWN)).toEqual(checked)
  })

  it.each<[Partial<Record<Column, string>>, Column, string]>([
    [{ bin: '990440999015' }, 'bin', 'bin'],
    [{ bin: '86041749901' }, 'bin', 'bin'],
    [{ kind: 'lyceum' }, 'kind', 'kind'],
    [{ name_kk: '' }, 'name_kk', 'required'],
    [{ name_ru: 'Ш'.repeat(301) }, 'name_ru', 'tooLong'],
    [{ short_name_kk: 'Ш'.repeat(121) }, 'short_name_kk', 'tooLong'],
    [{ address_ru: ' ' }, 'address_ru', 'required'],
    [{ district: 'nowhere' }, 'district', 'district'],
    [{ parent_bin: '990440999014' }, 'parent_bin', 'parent'],
    [{ kind: 'akimat' }, 'parent_bin', 'parentOfOwn'],
    [{ phone: '99-0-11' }, 'phone', 'phone'],
    [{ working_week: '7' }, 'working_week', 'week'],
    [{ closes_at: '24:30' }, 'closes_at', 'time'],
    [{ sign_at_school: 'maybe' }, 'sign_at_school', 'yesNo'],
  ])('with %j is refused for its %s: %s', (changed, column, fault) => {
    expect(check(changed)).toEqual({ ok: false, faults: [{ column, fault }] })
  })

  it('may have no department above it', () => {
    expect(check({ parent_bin: '' }).ok).toBe(true)
  })
})
