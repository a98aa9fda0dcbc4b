import { expect, test } from 'vitest'
import { parseMarkup } from '../../../src/wire/markup.ts'
import { readCacheOperation } from '../../../src/wire/push/cache-operation.ts'
import { attempt } from '../attempt.ts'

const read = (xml: string) => readCacheOperation(parseMarkup(new TextEncoder().encode(xml)).root)

test.each([
  [
    '<co><invalidate-object uri="a"/><invalidate-service uri="b"/></co>',
    [
      { scope: 'object', uri: 'a' },
      { scope: 'service', uri: 'b' },
    ],
    [],
  ],
  [
    '<co><invalidate-object/><invalidate-service uri=""/><a/></co>',
    [],
    [
      ['unexpected-element', 'a in co'],
      ['missing-uri', 'invalidate-object'],
      ['missing-uri', 'invalidate-service'],
    ],
  ],
])('%s names what is to be forgotten', (xml, invalidates, deviations) => {
  const { operation, deviations: found } = read(xml)
  expect(operation).toEqual({ invalidates })
  expect(found.map((deviation) => [deviation.rule, deviation.found])).toEqual(deviations)
})

test('another document is refused', () => {
  expect(attempt(() => read('<si/>'))).toEqual({ kind: 'refused', code: 'wire/co-root', offset: 0 })
})
