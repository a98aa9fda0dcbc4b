import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wrongTicket } from '../../src/scenario/wrong-ticket.ts'

it.each([
  ['http://ota.test/t/4f1c7be0/demo.jad', 'http://ota.test/t/4f1c7be1/demo.jad'],
  ['http://ota.test/t/4f1c7be9/demo.jad', 'http://ota.test/t/4f1c7be0/demo.jad'],
  ['http://ota.test/t/4f1c7bef/demo.jad', 'http://ota.test/t/4f1c7bee/demo.jad'],
  ['http://ota.test/t/4f1c7bea/demo.jad', 'http://ota.test/t/4f1c7beb/demo.jad'],
  ['http://ota.test/demo.jad?ticket=Zk3-_9', 'http://ota.test/demo.jad?ticket=Zk3-_0'],
])('the neighbour of %s is %s', (link, next) => {
  expect(wrongTicket(link, 'next')).toBe(next)
})

it('a link can be too short by a letter', () => {
  expect(wrongTicket('http://ota.test/t/4f1c7be0/demo.jad', 'shortened')).toBe(
    'http://ota.test/t/4f1c7be/demo.jad',
  )
})

it.each([
  ['http://ota.test/t/4f1C7be0/demo.jad', 'http://ota.test/t/4F1c7BE0/demo.jad'],
  ['http://ota.test/t/41737790/a.jad', 'http://ota.test/t/41737791/a.jad'],
])('%s in letters of another size is %s', (link, other) => {
  expect(wrongTicket(link, 'other-case')).toBe(other)
})

it('a link without a long word has no neighbour', () => {
  expect(wrongTicket('http://ota.test/a/b', 'next')).toBeUndefined()
})

it('a neighbour is another link on the same host', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (link) => {
      const other = wrongTicket(link, 'next')
      if (other === undefined) return
      expect(other).not.toBe(link)
      expect(new URL(other).host).toBe(new URL(link).host)
    }),
  )
})
