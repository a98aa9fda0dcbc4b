import { describe, expect, test } from 'vitest'
import { readPapMessage } from '../../src/wire/pap/read-message.ts'
import { formatPapMessage } from '../../src/wire/pap/write-message.ts'
import { origin, talkTo } from './dialogue.ts'

const url = `${origin}/push-result`
const notification = formatPapMessage({
  kind: 'resultnotification-message',
  pushId: '1@ota.example',
  address: 'WAPPUSH=+358401234567/TYPE=PLMN@ppg.example',
  messageState: 'delivered',
  result: { code: 1000 },
})

describe('a gateway that tells what became of a push', () => {
  test('hears that it was heard, as often as it tells', async () => {
    const { report } = talkTo()
    for (let time = 0; time < 2; time += 1) {
      const { status, octets } = await report(url, notification)
      expect({ status, ...readPapMessage(octets).message }).toEqual({
        status: 202,
        kind: 'resultnotification-response',
        pushId: '1@ota.example',
        address: 'WAPPUSH=+358401234567/TYPE=PLMN@ppg.example',
        result: { code: 1000, description: 'heard' },
      })
    }
  })

  test.each([
    ['what is no PAP', 'hello'],
    [
      'what is no notification',
      formatPapMessage({ kind: 'cancel-message', pushId: 'a', addresses: [] }),
    ],
  ])('hears that %s is not understood', async (...[, body]) => {
    const { status, octets } = await talkTo().report(url, body)
    const { message } = readPapMessage(octets)
    expect([status, message.kind, 'result' in message && message.result.code]).toEqual([
      400,
      'badmessage-response',
      2000,
    ])
  })
})

test('delivery reports are answered 200 and nothing more', async () => {
  const { ask, report } = talkTo()
  const asked = await ask(`${origin}/delivery-report?push=1&type=1`)
  const posted = await report(`${origin}/delivery-report?push=1`, '{}')
  expect([asked, posted].map(({ status, text }) => [status, text])).toEqual([
    [200, ''],
    [200, ''],
  ])
})
