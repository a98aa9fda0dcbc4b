import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readView, viewLimits } from '../../src/adapters/rendered-view.ts'

test('a view is read from its JSON', () => {
  const view = {
    title: 'Get it',
    text: 'Get it here',
    links: [{ href: 'http://ota.test/a', text: 'here' }],
    asksPassword: true,
  }
  expect(readView(JSON.stringify(view))).toEqual(view)
})

test('whatever has another shape is left out', () => {
  const odd = {
    title: 1,
    links: [{ text: 'a' }, 7, { href: 'http://ota.test/a' }],
    asksPassword: 1,
  }
  expect(readView(JSON.stringify(odd))).toEqual({
    title: '',
    text: '',
    links: [{ href: 'http://ota.test/a', text: '' }],
    asksPassword: false,
  })
})

test.each([undefined, 7, '', '{', '[]', '1', 'null'])(
  '%j is a page with nothing on it',
  (answer) => {
    expect(readView(answer)).toEqual({ title: '', text: '', links: [], asksPassword: false })
  },
)

test('whatever comes back of a page keeps to its limits', () => {
  const long = fc.string({ maxLength: 3_000 })
  const odd = fc.record(
    {
      title: fc.oneof(long, fc.jsonValue()),
      text: fc.oneof(long, fc.jsonValue()),
      links: fc.array(fc.oneof(fc.jsonValue(), fc.record({ href: long, text: long }))),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        odd.map((value) => JSON.stringify(value)),
      ),
      (answer) => {
        const { title, text, links } = readView(answer)
        expect(title.length).toBeLessThanOrEqual(viewLimits.titleCharactersMax)
        expect(text.length).toBeLessThanOrEqual(viewLimits.textCharactersMax)
        for (const link of links) {
          expect(link.href.length).toBeLessThanOrEqual(viewLimits.hrefCharactersMax)
          expect(link.text.length).toBeLessThanOrEqual(viewLimits.linkTextMax)
        }
      },
    ),
  )
})

test('of many links the first are taken', () => {
  const links = Array.from({ length: viewLimits.linksMax + 5 }, (_, index) => ({
    href: `http://ota.test/${index}`,
    text: '',
  }))
  expect(readView(JSON.stringify({ links })).links).toEqual(links.slice(0, viewLimits.linksMax))
})
