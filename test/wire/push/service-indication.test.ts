import { describe, expect, test } from 'vitest'
import { parseMarkup } from '../../../src/wire/markup.ts'
import {
  readServiceIndication,
  writeServiceIndication,
} from '../../../src/wire/push/service-indication.ts'
import { attempt } from '../attempt.ts'

const read = (xml: string) => readServiceIndication(parseMarkup(new TextEncoder().encode(xml)).root)
const link = 'href="http://a/b.jad"'

describe('an indication', () => {
  test('has a link, an id, dates, an action, a text, and data that nobody sees', () => {
    const indication = {
      href: 'http://a/b.jad',
      siId: 'a@b',
      created: '2026-01-02T03:04:05Z',
      expires: '2026-01-03T00:00:00Z',
      action: 'signal-high',
      text: 'Play',
      info: [
        { class: 'a', text: 'b' },
        { class: undefined, text: '' },
      ],
    }
    const xml =
      `<si><indication ${link} si-id="a@b" created="2026-01-02T03:04:05Z" ` +
      'si-expires="2026-01-03T00:00:00Z" action="signal-high">Play</indication>' +
      '<info><item class="a">b</item><item/></info></si>'
    expect(read(xml)).toEqual({ indication, deviations: [] })
    expect(writeServiceIndication(indication)).toMatchObject({
      content: [{ name: 'indication' }, { name: 'info', content: [{ content: ['b'] }, {}] }],
    })
  })

  test.each([
    ['<si/>', [['missing-indication', 'si']]],
    ['<si><indication>a</indication></si>', [['missing-href', 'indication']]],
    ['<si><indication href="">a</indication></si>', [['missing-href', 'indication']]],
    [`<si><indication ${link}> \n</indication></si>`, [['empty-text', 'indication']]],
    [`<si><indication ${link} action="signal">a</indication></si>`, [['unknown-action', 'signal']]],
    [
      `<si><indication ${link} created="2026-02-30T00:00:00Z" si-expires="soon">a</indication></si>`,
      [
        ['invalid-date', 'created 2026-02-30T00:00:00Z'],
        ['invalid-date', 'si-expires soon'],
      ],
    ],
    ['<si><indication action="delete"/></si>', [['missing-id', 'delete without si-id']]],
    ['<si><indication action="delete" si-id="a"/></si>', []],
    [
      `<si a="b">c<indication ${link} d="e">f<g/></indication><indication/><h/></si>`,
      [
        ['unexpected-attribute', 'a of si'],
        ['unexpected-text', 'c'],
        ['unexpected-element', 'h in si'],
        ['unexpected-element', 'another indication'],
        ['unexpected-attribute', 'd of indication'],
        ['unexpected-element', 'g in indication'],
      ],
    ],
  ])('%s deviates', (xml, deviations) => {
    expect(read(xml).deviations.map(({ rule, found }) => [rule, found])).toEqual(deviations)
  })

  test('is no other document', () => {
    expect(attempt(() => read('<sl/>'))).toEqual({
      kind: 'refused',
      code: 'wire/si-root',
      offset: 0,
    })
  })
})
