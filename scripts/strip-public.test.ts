import { expect, test } from 'vitest'
import { stripScripts } from './strip-public.mjs'

test('takes scripts and their preloads out and leaves the rest of a page', () => {
  const page = [
    '<html lang="kk"><head><link rel="stylesheet" href="/a.css"/>',
    '<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><script src="/c.js" async=""></script>',
    '</head><body><p>Ә</p><form action="/x"><button>Жіберу</button></form>',
    '<script>self.__next_f.push([1,"<p>x</p>"])</script></body></html>',
  ].join('')
  expect(stripScripts(page)).toBe(
    '<html lang="kk"><head><link rel="stylesheet" href="/a.css"/></head><body><p>Ә</p><form action="/x"><button>Жіберу</button></form></body></html>',
  )
})
