import { expect, test } from 'vitest'
import { ownDraft } from '../../../src/wire/push/own-draft.ts'

const link = 'http://ota.test/demo.jad'
const at = Date.parse('2006-03-01T09:00:00.000Z')
const drafted = (purpose: Parameters<typeof ownDraft>[0]) =>
  ownDraft(purpose, { app: 'demo', link, at })

test.each(['offer', 'again'] as const)('%s: an indication with a name and a date', (purpose) => {
  expect(drafted(purpose)).toEqual({
    kind: 'si',
    indication: {
      href: link,
      siId: 'demo',
      created: '2006-03-01T09:00:00Z',
      action: 'signal-medium',
      text: 'Install the demo',
      info: [],
    },
  })
})

test('taken back: by the name of the offer', () => {
  expect(drafted('take-back')).toEqual({
    kind: 'si',
    indication: {
      siId: 'demo',
      created: '2006-03-01T09:00:00Z',
      action: 'delete',
      text: '',
      info: [],
    },
  })
})

test('forgotten: with the flag of trusted content', () => {
  expect(drafted('forget')).toEqual({
    kind: 'co',
    operation: { invalidates: [{ scope: 'object', uri: link }] },
    flags: 0x02,
  })
})

test('managed: an alert for the management client, and nothing of a character set', () => {
  expect(drafted('manage')).toMatchObject({
    kind: 'notification',
    notification: { serverId: 'ota.test', session: 1 },
    application: '7',
    withoutCharset: true,
  })
})
