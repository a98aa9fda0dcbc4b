import { expect, test } from 'vitest'
import { parseMarkup } from '../../../src/wire/markup.ts'
import { readServiceLoading, writeServiceLoading } from '../../../src/wire/push/service-loading.ts'
import { attempt } from '../attempt.ts'

const read = (xml: string) => readServiceLoading(parseMarkup(new TextEncoder().encode(xml)).root)

test.each([
  ['<sl href="a" action="cache"/>', { href: 'a', action: 'cache' }, []],
  ['<sl/>', {}, [['missing-href', 'sl']]],
  ['<sl href=""/>', { href: '' }, [['missing-href', 'sl']]],
  ['<sl href="a" action="load"/>', { href: 'a', action: 'load' }, [['unknown-action', 'load']]],
  [
    '<sl href="a" b="c">d<e/></sl>',
    { href: 'a' },
    [
      ['unexpected-attribute', 'b of sl'],
      ['unexpected-text', 'd'],
      ['unexpected-element', 'e in sl'],
    ],
  ],
])('%s is a link to load', (xml, loading, deviations) => {
  const result = read(xml)
  expect(result.loading).toEqual(loading)
  expect(result.deviations.map(({ rule, found }) => [rule, found])).toEqual(deviations)
})

test('what has no link is written as it is', () => {
  expect(writeServiceLoading({ action: 'cache' })).toEqual({
    name: 'sl',
    attributes: [{ name: 'action', value: 'cache' }],
    content: [],
  })
})

test('another document is refused', () => {
  expect(attempt(() => read('<si/>'))).toEqual({ kind: 'refused', code: 'wire/sl-root', offset: 0 })
})
