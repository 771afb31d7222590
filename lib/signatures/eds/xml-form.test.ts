import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalXml, parseStrictXml } from './strict-xml'
import { checkXmlForm } from './xml-form'

describe('the form of an XML', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<a></a>\n',
    "<?xml version='1.0'?><a b='&quot;' c = \"'\" ><b />text &lt; &#13; &#x1F600;</a >",
    '<a xmlns="urn:a" xmlns:n2="urn:b" xml:lang="kk"><n2:b n2:c="d>e"/></a>',
    '<өтінім күні="2026-11-22">Әңгі Ғұмар</өтінім>',
  ])('may be %s', (xml) => {
    expect(() => parseStrictXml(xml)).not.toThrow()
  })

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'XML_DTD'],
    ['an entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'XML_DTD'],
    ['an entity in small letters', '<!doctype a><a/>', 'XML_DTD'],
    ['an entity within', '<a><!ENTITY e "x"></a>', 'XML_DTD'],
    ['a comment', '<a>b<!-- c -->d</a>', 'NOT_WHOLE_DOCUMENT'],
    ['a comment before', '<!-- c --><a/>', 'NOT_WHOLE_DOCUMENT'],
    ['a comment after', '<a/><!-- c -->', 'NOT_WHOLE_DOCUMENT'],
    ['a CDATA section', '<a><![CDATA[b]]></a>', 'MALFORMED'],
    ['a processing instruction', '<a><?php b ?></a>', 'MALFORMED'],
    ['a style sheet', '<?xml version="1.0"?><?xml-stylesheet href="b"?><a/>', 'MALFORMED'],
    ['two declarations', '<?xml version="1.0"?><?xml version="1.0"?><a/>', 'MALFORMED'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'MALFORMED'],
    ['another encoding', '<?xml version="1.0" encoding="windows-1251"?><a/>', 'MALFORMED'],
    ['an unknown entity', '<a>&nbsp;</a>', 'MALFORMED'],
    ['a bare ampersand', '<a b="c & d"/>', 'MALFORMED'],
    ['nothing', '', 'MALFORMED'],
    ['no element', 'text', 'MALFORMED'],
    ['two roots', '<a/><b/>', 'MALFORMED'],
    ['text before the root', 'b<a/>', 'MALFORMED'],
    ['text after the root', '<a/>b', 'MALFORMED'],
    ['an end too many', '<a></a></a>', 'MALFORMED'],
    ['an end too few', '<a><b></a>', 'MALFORMED'],
    ['ends crossed', '<a><b></a></b>', 'MALFORMED'],
    ['an end in another case', '<a></A>', 'MALFORMED'],
    ['an end with an attribute', '<a></a b="c">', 'MALFORMED'],
    ['a tag cut off', '<a', 'MALFORMED'],
    ['an attribute without quotes', '<a b=c/>', 'MALFORMED'],
    ['an attribute without a value', '<a b/>', 'MALFORMED'],
    ['an attribute twice', '<a b="c" b="d"/>', 'MALFORMED'],
    ['attributes without a space', '<a b="c"d="e"/>', 'MALFORMED'],
    ['a tag within a value', '<a b="<c>"/>', 'MALFORMED'],
    ['a name with two colons', '<a:b:c xmlns:a="urn:a"/>', 'MALFORMED'],
    ['a prefix of nobody', '<a:b/>', 'MALFORMED'],
    ['a prefix that JavaScript knows', '<constructor:b/>', 'MALFORMED'],
    ['an attribute with a prefix of nobody', '<a b:c="d"/>', 'MALFORMED'],
    ['a prefix taken back', '<a xmlns:b=""/>', 'MALFORMED'],
    ['a namespace that ends its quotes', `<a xmlns:b='urn:c" d="e'/>`, 'MALFORMED'],
    ['an attribute that no canonical form shows', '<a xmlnsb="c"/>', 'MALFORMED'],
    ['another namespace for XML itself', '<a xmlns:xml="urn:b"/>', 'MALFORMED'],
    ['a control character', '<a>\u0001</a>', 'MALFORMED'],
    ['a control character by number', '<a>&#1;</a>', 'MALFORMED'],
    ['a control character by number in a value', '<a b="&#x0;"/>', 'MALFORMED'],
    ['half a character', '<a>\ud83d</a>', 'MALFORMED'],
    ['half a character by number', '<a>&#xD83D;</a>', 'MALFORMED'],
    ['a line end that only the parser knows', '<a>b\u2028c</a>', 'MALFORMED'],
    ['such a depth', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'MALFORMED'],
    ['so many elements', `<a>${'<b/>'.repeat(5_000)}</a>`, 'MALFORMED'],
    ['so many attributes in all', `<a>${'<b c="" d="" e=""/>'.repeat(3_400)}</a>`, 'MALFORMED'],
    ['so many attributes', `<a ${Array.from({ length: 65 }, (_, i) => `b${i}=""`).join(' ')}/>`, 'MALFORMED'],
    ['such a length', `<a>${'ж'.repeat(2.6 * 1024 * 1024)}</a>`, 'TOO_LARGE'],
  ])('may not be %s', (_, xml, code) => {
    expect(() => parseStrictXml(xml)).toThrow(expect.objectContaining({ name: 'EdsError', code }))
  })

  it('holds for every canonical form again', () => {
    const name = fc.constantFrom('a', 'b-c', 'күн', 'n2:d')
    const text = fc.string({
      unit: fc.constantFrom('x', '"', "'", '&lt;', '&amp;', '&#13;', '>', ' ', 'Ң', '\n'),
    })
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc
        .tuple(name, text, fc.array(fc.oneof({ depthSize: 'small' }, text, tie('tree')), { maxLength: 4 }))
        .map(
          ([n, value, inside]) => `<${n} n="${value.replaceAll('"', '&quot;')}">${inside.join('')}</${n}>`,
        ),
    }))
    fc.assert(
      fc.property(tree, (inside) => {
        const canonical = canonicalXml(`<a xmlns:n2="urn:n2">${inside}</a>`)
        expect(() => checkXmlForm(canonical)).not.toThrow()
        expect(canonicalXml(canonical)).toBe(canonical)
      }),
    )
  })
})

describe('the canonical form', () => {
  it.each([
    // Canonical XML 1.0, 3.3 and 3.4, without the parts that need a document type.
    ['<e1   />', '<e1></e1>'],
    ['<e3   name = "elem3"   id="elem3"   />', '<e3 id="elem3" name="elem3"></e3>'],
    [
      '<e5 a:attr="out" b:attr="sorted" attr2="all" attr="I\'m" xmlns:b="http://www.ietf.org" ' +
        'xmlns:a="http://www.w3.org" xmlns="http://example.org"/>',
      '<e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" ' +
        'attr="I\'m" attr2="all" b:attr="sorted" a:attr="out"></e5>',
    ],
    ['<text>First line&#x0d;&#10;Second line</text>', '<text>First line&#xD;\nSecond line</text>'],
    [
      '<compute expr=\'value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"\'></compute>',
      '<compute expr="value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;"></compute>',
    ],
    // Prefixes by code point: capitals stand before small letters in every language.
    ['<a xmlns:b="urn:b" xmlns:Z="urn:z"/>', '<a xmlns:Z="urn:z" xmlns:b="urn:b"></a>'],
  ])('of %s', (xml, canonical) => {
    expect(canonicalXml(xml)).toBe(canonical)
  })
})
