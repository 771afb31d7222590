import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from './fields'
import { cellFields, cellKey, changeRows, type RowChange, readRows, rowIds } from './rows'

const label = { kk: 'ә', ru: 'а' }
const MAX = 4
const members: Field = {
  key: 'members',
  kind: 'rows',
  label,
  rows: {
    min: 0,
    max: MAX,
    add: label,
    columns: [
      { key: 'name', kind: 'text', label },
      { key: 'income', kind: 'number', label },
    ],
  },
}

const id = fc.stringMatching(/^[a-z0-9]{4}$/)
const ids = fc.uniqueArray(id, { maxLength: MAX })

describe('rowIds', () => {
  it.each([
    ['', []],
    ['k3f9 p0aa', ['k3f9', 'p0aa']],
    ['k3f9 k3f9  p0aa ', ['k3f9', 'p0aa']],
    ['abc K3F9 k3-9 ../.. abcdefghijklm k3f9', ['k3f9']],
  ])('%j holds %j', (list, expected) => {
    expect(rowIds(list)).toEqual(expected)
  })
})

describe('changeRows', () => {
  const changed = (list: string, change: RowChange) => changeRows(members, list, change)

  it.each<[string, string, RowChange, string]>([
    ['adds at the end', 'aaaa', { do: 'add', id: 'bbbb' }, 'aaaa bbbb'],
    ['adds the same row once', 'aaaa bbbb', { do: 'add', id: 'aaaa' }, 'aaaa bbbb'],
    ['adds none to a full block', 'aaaa bbbb cccc dddd', { do: 'add', id: 'eeee' }, 'aaaa bbbb cccc dddd'],
    ['takes out', 'aaaa bbbb cccc', { do: 'remove', id: 'bbbb' }, 'aaaa cccc'],
    ['takes out nothing that is not there', 'aaaa', { do: 'remove', id: 'bbbb' }, 'aaaa'],
    ['moves up', 'aaaa bbbb cccc', { do: 'up', id: 'cccc' }, 'aaaa cccc bbbb'],
    ['moves down', 'aaaa bbbb cccc', { do: 'down', id: 'aaaa' }, 'bbbb aaaa cccc'],
    ['keeps the first where it is', 'aaaa bbbb', { do: 'up', id: 'aaaa' }, 'aaaa bbbb'],
    ['keeps the last where it is', 'aaaa bbbb', { do: 'down', id: 'bbbb' }, 'aaaa bbbb'],
    ['moves nothing that is not there', 'aaaa bbbb', { do: 'down', id: 'zzzz' }, 'aaaa bbbb'],
  ])('%s', (_, list, change, expected) => {
    expect(changed(list, change)).toBe(expected)
  })

  it('moves one row and changes no other', () => {
    fc.assert(
      fc.property(ids, id, fc.constantFrom('up', 'down'), (list, moved, way) => {
        const next = rowIds(changed(list.join(' '), { do: way, id: moved }))
        expect([...next].sort()).toEqual([...list].sort())
        const others = (all: readonly string[]) => all.filter((one) => one !== moved)
        expect(others(next)).toEqual(others(list))
      }),
    )
  })

  it('undoes a move up with a move down', () => {
    fc.assert(
      fc.property(ids, fc.nat(MAX), (list, at) => {
        const moved = list[at]
        if (moved === undefined || at === 0) return
        const up = changed(list.join(' '), { do: 'up', id: moved })
        expect(changed(up, { do: 'down', id: moved })).toBe(list.join(' '))
      }),
    )
  })

  it('never holds more rows than fit, nor one twice', () => {
    const change = fc.record({ do: fc.constantFrom('add', 'remove', 'up', 'down'), id })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const list = rowIds(changes.reduce((now, one) => changed(now, one), ''))
        expect(list.length).toBeLessThanOrEqual(MAX)
        expect(new Set(list).size).toBe(list.length)
      }),
    )
  })
})

describe('readRows', () => {
  it('reads the rows in their order, and none that left the list', () => {
    const answers = {
      members: 'bbbb aaaa',
      'members.aaaa.name': 'Әсем',
      'members.bbbb.name': 'Ғалым',
      'members.bbbb.income': '5',
      'members.gone.name': 'Жоқ',
    }
    expect(readRows(members, answers)).toEqual([
      { id: 'bbbb', values: { name: 'Ғалым', income: '5' } },
      { id: 'aaaa', values: { name: 'Әсем', income: '' } },
    ])
    expect(readRows(members, {})).toEqual([])
  })

  it('keeps the cells with their row through every change of the list', () => {
    fc.assert(
      fc.property(
        ids,
        fc.array(fc.record({ do: fc.constantFrom('remove', 'up', 'down'), id })),
        (list, changes) => {
          const cells = Object.fromEntries(list.map((one) => [cellKey(members, one, 'name'), `of ${one}`]))
          const next = changes.reduce((now, one) => changeRows(members, now, one), list.join(' '))
          for (const row of readRows(members, { ...cells, members: next }))
            expect(row.values.name).toBe(`of ${row.id}`)
        },
      ),
    )
  })
})

it('makes a field of each cell, with the question of its column', () => {
  expect(cellFields(members, 'aaaa').map((f) => [f.key, f.kind])).toEqual([
    ['members.aaaa.name', 'text'],
    ['members.aaaa.income', 'number'],
  ])
})
