import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOMS } from './rooms.mjs'

/** A room left out of the list would get the policy of the public pages, and none of its scripts would run. */
test('every room with scripts is named', () => {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  const rooms = folders('app/[locale]').flatMap((name) => {
    if (name === '(public)') return []
    return name.startsWith('(') ? folders(`app/[locale]/${name}`) : [name]
  })
  expect(rooms.filter((room) => !ROOMS.includes(room))).toEqual([])
})
