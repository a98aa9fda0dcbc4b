import { expect, test } from 'vitest'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import { writeManagementNotification } from '../../../src/wire/push/management-notification.ts'
import { formatHex } from '../../../src/wire/hex.ts'
import { octetsOf } from '../octets-of.ts'

/** Computed from the layout of OMA-TS-DM_Notification-V1_2, as libdmclient and Android compute the digest. */
const notification = { serverId: 'com.example.dm', session: 0xa1 }
const secret = { password: 'srvpwd', nonce: 'Nonce' }
const octets = octetsOf(
  'B155F2B228C538170028BB9656B8F75A 02E80000000 0A10E 636F6D2E6578616D706C652E646D'.replaceAll(
    ' ',
    '',
  ),
)

test('an alert has the digest of what follows it, its version, its session and its server', () => {
  expect(formatHex(writeManagementNotification(notification, secret))).toBe(formatHex(octets))
})

test('another secret makes another digest of the same alert', () => {
  const other = writeManagementNotification(notification, { ...secret, nonce: 'other' })
  expect(formatHex(other.subarray(16))).toBe(formatHex(octets.subarray(16)))
  expect(formatHex(other.subarray(0, 16))).not.toBe(formatHex(octets.subarray(0, 16)))
})

test('it is pushed under its number, with the application behind it', () => {
  const { octets: pushed } = composePush({
    kind: 'notification',
    notification,
    secret,
    application: '7',
    withoutCharset: true,
  })
  expect(formatHex(pushed)).toBe(`010603C4AF87${formatHex(octets)}`)
})

test.each(['', 'x'.repeat(256)])('a server id of %j is refused', (serverId) => {
  expect(() => writeManagementNotification({ serverId, session: 1 }, secret)).toThrow(
    `Unexpected server id of ${serverId.length} octets, expected 1 to 255 (serverIdOctetsMax)`,
  )
})
